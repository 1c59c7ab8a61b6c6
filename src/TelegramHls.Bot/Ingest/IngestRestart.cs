using TelegramHls.Bot.Ingest.Clean;
using TelegramHls.Bot.Ingest.Fetch;
using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;
using TelegramHls.Jobs;
using TelegramHls.Jobs.Recurring;

namespace TelegramHls.Bot.Ingest;

/// <summary>Where a film may begin again when a person wants it to, given what is left of it.</summary>
internal sealed class IngestRestart(
    VideoQueries videos, DeleteCommands commands, SourceFiles sources, Leftovers leftovers, RecurringJobs recurring, IVideoAnnouncer announcer)
{
    private const string Admit = "admit";
    private const string Fetch = "fetch";
    private const string Previews = "previews";

    // They name the stored files anew: what is stored by then would belong to nobody.
    private static readonly string[] BeforeStorage = [Admit, Fetch, "probe", "plan"];

    // They change nothing of what players read.
    private static readonly string[] OfReadyFilms = ["publish", "announce", "original", Previews, "clean"];

    /// <summary>See <see cref="Jobs.Pipelines.IJobPipeline.BeginAgainAsync"/>.</summary>
    public async Task<JobRetry> BeginAgainAsync(JobRecord job, string step, CancellationToken cancellationToken)
    {
        Video? video = await videos.FindAsync(VideoId.From(job.Subject), cancellationToken);
        if (video is null || video.State == VideoState.Deleting)
        {
            return new JobRetry.Refused("The film was deleted. Send it again.");
        }

        if (video.State == VideoState.Ready)
        {
            return OfReady(video, step);
        }

        string from = From(job, video, step);
        if (BeforeStorage.Contains(from))
        {
            leftovers.Forget(await commands.StartOverAsync(video.Id, cancellationToken));
            await recurring.NudgeAsync(ChannelSweep.JobName, cancellationToken);
        }

        announcer.Show(video.Id, new VideoStatus.Queued());
        return new JobRetry.From(from);
    }

    // Of a film that was given up nothing is left, neither its key nor its room on the disk.
    private string From(JobRecord job, Video video, string step) =>
        job.IsFinal || step == Admit ? Admit
        : sources.IsHere(video.Id) ? step
        : Fetch;

    private JobRetry OfReady(Video video, string step)
    {
        if (!OfReadyFilms.Contains(step))
        {
            return new JobRetry.Refused(
                "The film is ready, and nothing of it is made anew while it can be played. To have it made anew, delete it and send it again.");
        }

        return step == Previews && !sources.IsHere(video.Id)
            ? new JobRetry.Refused("What was sent is not here any more, and previews are made of it. To have them made, delete the film and send it again.")
            : new JobRetry.From(step);
    }
}
