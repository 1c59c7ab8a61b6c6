using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Queries;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;
using TelegramHls.Jobs;
using TelegramHls.Jobs.Recurring;
using TelegramHls.Storage.Pool.Status;
using TelegramHls.Storage.Scrub;

namespace TelegramHls.Bot.Ingest.Clean;

/// <summary>Takes a video away: its links at once, then its job, rows, messages and cached bytes.</summary>
internal sealed class VideoRemoval(
    DeleteCommands commands,
    MessageQueries messages,
    JobQueries jobs,
    JobQueue queue,
    Leftovers leftovers,
    RecurringJobs recurring,
    IPoolStatus pool,
    TimeProvider clock)
{
    /// <summary>
    /// Removes the video. Messages are deleted in the background, also after a restart; returns what is to be said of those that
    /// are not gone in a moment.
    /// </summary>
    public async Task<RemovalOutlook> RemoveAsync(VideoId video, CancellationToken cancellationToken)
    {
        if (!await commands.BeginAsync(video, cancellationToken))
        {
            return new RemovalOutlook(0, 0, CanWrite: true);
        }

        await CancelAsync(video, cancellationToken);
        (int all, int old) = await messages.GoingWithAsync(
            video, clock.GetUtcNow() - MessageRemover.Deletable, cancellationToken);
        leftovers.Forget(await commands.DeleteAsync(video, cancellationToken));
        leftovers.RemoveSpool(video);
        await recurring.NudgeAsync(ChannelSweep.JobName, cancellationToken);
        return new RemovalOutlook(all, old, pool.Look().CanStore);
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
