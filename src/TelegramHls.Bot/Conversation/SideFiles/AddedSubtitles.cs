using TelegramHls.Bot.Ingest.Clean;
using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Core.Ids;
using TelegramHls.Jobs.Recurring;

namespace TelegramHls.Bot.Conversation.SideFiles;

/// <summary>Subtitles that people added, by the message that brought them.</summary>
internal sealed class AddedSubtitles(
    VideoQueries videos, SubtitleCommands commands, Leftovers leftovers, RecurringJobs recurring)
{
    private const string Sent = "sent-";

    /// <summary>How the name of the companion begins; its format follows.</summary>
    public static string Prefix(int message) => $"{Sent}{message}.";

    /// <summary>The message that brought the track; null when no message did.</summary>
    public static string? MessageOf(VideoTrack track) =>
        track is { IsAdded: true, Companion: { } name } && name.StartsWith(Sent, StringComparison.Ordinal) ? name[Sent.Length..].Split('.')[0] : null;

    /// <summary>Takes them away, their message in the channel too; false when they are gone already.</summary>
    public async Task<bool> RemoveAsync(VideoId video, string message, CancellationToken cancellationToken)
    {
        IReadOnlyList<VideoTrack> tracks = await videos.TracksAsync(video, cancellationToken);
        if (tracks.FirstOrDefault(track => MessageOf(track) == message) is not { Companion: { } companion }
            || await commands.RemoveAsync(video, companion, cancellationToken) is not { } gone)
        {
            return false;
        }

        leftovers.Forget(gone);
        await recurring.NudgeAsync(ChannelSweep.JobName, cancellationToken);
        return true;
    }
}
