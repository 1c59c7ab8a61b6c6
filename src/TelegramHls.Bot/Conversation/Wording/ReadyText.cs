using TelegramHls.Bot.Ingest;
using TelegramHls.Bot.Playback;
using TelegramHls.Bot.Wording;
using TelegramHls.Catalog.Model;

namespace TelegramHls.Bot.Conversation.Wording;

/// <summary>Words for a video that is ready.</summary>
internal static class ReadyText
{
    /// <summary>Title, facts, tracks and how it was made.</summary>
    /// <param name="video">The video.</param>
    /// <param name="summary">Its facts; null when none were kept.</param>
    /// <param name="subtitles">How many subtitles it has.</param>
    /// <param name="elapsed">How long it took; null leaves that out.</param>
    public static string Of(Video video, VideoSummary? summary, int subtitles, TimeSpan? elapsed)
    {
        var lines = new List<string> { ProgressText.Title(video), Facts(video, summary) };
        string?[] tracks =
        [
            summary is { AudioLanguages.Count: > 0 } ? $"Audio {MessageContent.Escape(string.Join(", ", summary.AudioLanguages))}" : null,
            subtitles > 0 ? $"Subtitles {subtitles}" : null,
        ];
        if (tracks.Any(track => track is not null))
        {
            lines.Add(string.Join(" · ", tracks.Where(track => track is not null)));
        }

        if (summary is not null && elapsed is { } time)
        {
            lines.Add($"{summary.Method} in {Amount.Duration(time)}");
        }

        IEnumerable<string> notes = summary is null ? [] : [.. summary.Ending is { } ending ? [ending] : Array.Empty<string>(), .. summary.Notes];
        lines.AddRange(notes.Select(MessageContent.Escape));
        return string.Join('\n', lines);
    }

    /// <summary>Duration, picture, codec and size in one line.</summary>
    public static string Facts(Video video, VideoSummary? summary) =>
        FactsLine.Of(video.Duration, video.Width, video.Height, summary?.VideoCodec, video.Size);

    /// <summary>The links as plain text, for addresses that Telegram refuses on buttons.</summary>
    public static string Links(ShareAddresses addresses) =>
        $"{EarlyLinks(addresses)}\nStream {addresses.Stream}\nDownload {addresses.Download}";

    /// <summary>Those of them that work while the film is still being stored.</summary>
    public static string EarlyLinks(ShareAddresses addresses) => $"Watch {addresses.Watch}\nHLS {addresses.Hls}";
}
