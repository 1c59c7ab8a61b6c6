using TelegramHls.Bot.Ingest;
using TelegramHls.Catalog.Model;

namespace TelegramHls.Bot.Conversation.Wording;

/// <summary>What the Details button adds: each track with what became of it and why, the file's name, when it came, its id for <c>/delete</c>.</summary>
internal static class DetailsText
{
    /// <summary>The lines, in Telegram's HTML.</summary>
    /// <param name="video">The video.</param>
    /// <param name="tracks">Its tracks.</param>
    /// <param name="original">Address of the file as it was sent; null where it is not kept.</param>
    /// <param name="compatible">Address of the MP4 that plays everywhere; null where there is none beside the film.</param>
    public static string Of(Video video, IReadOnlyList<VideoTrack> tracks, string? original, string? compatible)
    {
        // The address stands there as text: of a link to a host without a dot Telegram would leave the word alone.
        IReadOnlyDictionary<string, string>? reasons = VideoSummary.FromJson(video.FactsJson)?.Reasons;
        IEnumerable<string> lines = tracks.Select(track => Track(track, reasons?.GetValueOrDefault(track.Name)))
            .Append($"File {MessageContent.Escape(video.FileName)}")
            .Concat(compatible is null ? [] : [$"H.264 {MessageContent.Escape(compatible)}"])
            .Concat(original is null ? [] : [$"Original {MessageContent.Escape(original)}"])
            .Append($"Sent {video.CreatedAt:yyyy-MM-dd HH:mm} UTC")
            .Append($"Name for /delete: <code>{video.Id}</code>");
        return string.Join('\n', lines);
    }

    private static string Track(VideoTrack track, string? reason)
    {
        string?[] facts =
        [
            track.Codec,
            track.Language,
            track.Title is null ? null : MessageContent.Escape(track.Title),
            track.Width is { } width && track.Height is { } height ? $"{width}×{height}" : null,
            track.Channels is { } channels ? $"{channels} channels" : null,
            track.IsForced ? "forced" : null,
            track.IsHearingImpaired ? "SDH" : null,
            track.IsAdded ? "added" : null,
            track.Bitrate is { } rate ? $"{rate / 1000} kbit/s" : null,
        ];
        string why = reason is null ? string.Empty : $"; {MessageContent.Escape(reason)}";
        return $"{track.Name}: {string.Join(", ", facts.Where(fact => fact is not null))}{why}";
    }
}
