using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Queries;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;
using TelegramHls.Jobs;

namespace TelegramHls.Bot.Ingest.Clean;

/// <summary>Takes a video away: its links at once, then its job, rows, messages and cached bytes.</summary>
internal sealed class VideoRemoval(
    DeleteCommands commands, JobQueries jobs, JobQueue queue, Leftovers leftovers, SweepLoop sweep)
{
    /// <summary>Removes the video. Messages are deleted in the background, also after a restart.</summary>
    public async Task RemoveAsync(VideoId video, CancellationToken cancellationToken)
    {
        if (!await commands.BeginAsync(video, cancellationToken))
        {
            return;
        }

        await CancelAsync(video, cancellationToken);
        leftovers.Forget(await commands.DeleteAsync(video, cancellationToken));
        leftovers.RemoveSpool(video);
        sweep.Wake();
    }

    /// <summary>Stops the video's job; false when none was left to stop.</summary>
    public async Task<bool> CancelAsync(VideoId video, CancellationToken cancellationToken)
    {
        bool stopped = false;
        foreach (JobRecord job in await jobs.AboutAsync(video.Value, cancellationToken))
        {
            stopped |= !job.IsFinal && await queue.CancelAsync(job.Id, cancellationToken);
        }

        return stopped;
    }
}
