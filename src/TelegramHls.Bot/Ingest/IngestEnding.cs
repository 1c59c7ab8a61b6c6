using Microsoft.Extensions.Options;
using TelegramHls.Bot.Ingest.Admit;
using TelegramHls.Bot.Ingest.Clean;
using TelegramHls.Bot.Ingest.Store;
using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;
using TelegramHls.Jobs;
using TelegramHls.Jobs.Recurring;

namespace TelegramHls.Bot.Ingest;

/// <summary>What is told and cleaned up when a film does not come through. Each may run more than once.</summary>
internal sealed class IngestEnding(
    VideoQueries videos,
    DeleteCommands commands,
    Leftovers leftovers,
    RecurringJobs recurring,
    StorageLack lack,
    DiskSpace disk,
    IVideoAnnouncer announcer,
    IOptions<JobsOptions> options,
    TimeProvider clock)
{
    /// <summary>An attempt failed, another follows. A video that is ready already keeps its card.</summary>
    public async Task SayRetryingAsync(JobRecord job, DateTimeOffset nextAttemptAt, CancellationToken cancellationToken)
    {
        Video? video = await FindAsync(job, cancellationToken);
        if (video is not null && video.State != VideoState.Ready)
        {
            TimeSpan pause = nextAttemptAt - clock.GetUtcNow();
            announcer.Show(video.Id, new VideoStatus.Waiting(Failures.InWords(job.Step), pause));
        }
    }

    /// <summary>No bot can store anything, or the disk has no room: it goes on by itself.</summary>
    public async Task SayWaitingAsync(JobRecord job, CancellationToken cancellationToken)
    {
        Video? video = await FindAsync(job, cancellationToken);
        if (video is not null && video.State != VideoState.Ready)
        {
            announcer.Show(video.Id, DiskLack.IsOf(job) ? disk.Status : lack.Status);
        }
    }

    /// <summary>It waits for its turn in the lane that it needs next.</summary>
    public async Task SayInLineAsync(JobRecord job, CancellationToken cancellationToken)
    {
        Video? video = await FindAsync(job, cancellationToken);
        if (video is not null && video.State != VideoState.Ready)
        {
            announcer.Show(video.Id, new VideoStatus.Queued(FilmLanes.Work(job.Lane)));
        }
    }

    /// <summary>Given up: nothing of the film stays but its row and the history.</summary>
    public async Task FailAsync(JobRecord job, string reason, CancellationToken cancellationToken)
    {
        Video? video = await FindAsync(job, cancellationToken);

        // A video that was published works, whatever went wrong after that.
        if (video is null || video.State == VideoState.Ready)
        {
            leftovers.RemoveSpool(VideoId.From(job.Subject));
            return;
        }

        // All attempts used up: the reason is a fault's, for the log and the history; else it was made for people.
        VideoStatus status = job.Attempts >= options.Value.MaxAttempts
            ? new VideoStatus.Failed(Failures.InWords(job.Step))
            : new VideoStatus.Refused(reason);
        await GiveUpAsync(video, reason, status, cancellationToken);
    }

    /// <summary>Stopped by a person.</summary>
    public async Task CancelAsync(JobRecord job, CancellationToken cancellationToken)
    {
        Video? video = await FindAsync(job, cancellationToken);
        if (video is null || video.State == VideoState.Ready)
        {
            leftovers.RemoveSpool(VideoId.From(job.Subject));
        }
        else
        {
            await GiveUpAsync(video, "Cancelled.", new VideoStatus.Cancelled(), cancellationToken);
        }
    }

    /// <summary>A person removes the job: the film goes with it, unless it is ready.</summary>
    public async Task DeleteAsync(JobRecord job, CancellationToken cancellationToken)
    {
        Video? video = await FindAsync(job, cancellationToken);
        leftovers.RemoveSpool(VideoId.From(job.Subject));
        if (video is not null && video.State != VideoState.Ready)
        {
            leftovers.Forget(await commands.DeleteAsync(video.Id, cancellationToken));
            await recurring.NudgeAsync(ChannelSweep.JobName, cancellationToken);
        }
    }

    private async Task GiveUpAsync(Video video, string reason, VideoStatus status, CancellationToken cancellationToken)
    {
        leftovers.Forget(await commands.FailAsync(video.Id, reason, cancellationToken));
        leftovers.RemoveSpool(video.Id);
        if (video.State != VideoState.Deleting)
        {
            await announcer.ShowAndWaitAsync(video.Id, status, cancellationToken);
        }

        await recurring.NudgeAsync(ChannelSweep.JobName, cancellationToken);
    }

    private Task<Video?> FindAsync(JobRecord job, CancellationToken cancellationToken) =>
        videos.FindAsync(VideoId.From(job.Subject), cancellationToken);
}
