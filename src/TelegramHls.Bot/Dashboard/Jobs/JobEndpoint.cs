using TelegramHls.Bot.Dashboard.Lists;
using TelegramHls.Bot.Dashboard.Pages;
using TelegramHls.Bot.Dashboard.Words;
using TelegramHls.Bot.Ingest;
using TelegramHls.Bot.Playback;
using TelegramHls.Bot.Web;
using TelegramHls.Bot.Wording;
using TelegramHls.Catalog.Audit;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Catalog.Search;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;
using TelegramHls.Jobs;
using TelegramHls.Jobs.Pipelines;

namespace TelegramHls.Bot.Dashboard.Jobs;

/// <summary><c>/jobs/{id}</c>: one job with its steps, plan, parts and history.</summary>
internal sealed class JobEndpoint(
    JobSearch search,
    JobQueries queries,
    JobLines lines,
    JobQueue queue,
    VideoQueries videos,
    StorageShares shares,
    AuditQueries audit,
    IEnumerable<IJobPipeline> pipelines,
    SaidCookie said)
{
    private const int MostAudit = 50;

    public async Task<IResult> ShowAsync(string id, HttpContext context, CancellationToken cancellationToken)
    {
        IReadOnlyList<FoundJob> found = Base62.IsValid(id) ? await search.ByIdsAsync([JobId.From(id)], cancellationToken) : [];
        if (found is not [FoundJob job])
        {
            return PageResults.Of<GonePage>([], StatusCodes.Status404NotFound);
        }

        IReadOnlyList<JobEvent> history = await queries.EventsAsync(job.Job.Id, cancellationToken);
        return PageResults.Of<JobDetailPage>(new()
        {
            [nameof(JobDetailPage.View)] = new JobView
            {
                Line = (await lines.OfAsync([job], cancellationToken))[0],
                Job = job.Job,
                Facts = job.Video is { } video ? FactsOf(video) : null,
                Steps = await StepsAsync(job.Job, history, cancellationToken),
                Plan = await PlanAsync(job.Video, cancellationToken),
                Shares = job.Video?.File is { } file ? await shares.OfAsync(file, cancellationToken) : [],
                History = [.. history.Reverse()],
                Audit = (await audit.ListAsync(id, 0, MostAudit, cancellationToken)).Lines,
                WatchUrl = await WatchUrlAsync(job.Video, cancellationToken),
            },
            [nameof(JobDetailPage.Said)] = said.Take(context),
        });
    }

    private async Task<string?> WatchUrlAsync(Video? video, CancellationToken cancellationToken) =>
        video is { State: VideoState.Ready or VideoState.Storing or VideoState.Working }
        && await shares.KeyAsync(video.Id, cancellationToken) is { } key
            ? ShareAddresses.Local(key, video.Title).Watch
            : null;

    private static string FactsOf(Video video) => FactsLine.Of(
        video.Duration, video.Width, video.Height, VideoSummary.FromJson(video.FactsJson)?.VideoCodec, video.Size);

    private async Task<IReadOnlyList<StepMark>> StepsAsync(
        JobRecord job, IReadOnlyList<JobEvent> history, CancellationToken cancellationToken)
    {
        IJobPipeline? pipeline = pipelines.FirstOrDefault(pipeline => pipeline.Name == job.Pipeline);
        if (pipeline is null)
        {
            return [];
        }

        string[] names = [.. pipeline.Steps.Select(step => step.Name)];
        int current = job.Step is { } at ? Array.IndexOf(names, at) : names.Length;
        IReadOnlyList<string> reached = await queue.ReachedAsync(job.Id, cancellationToken);
        Dictionary<string, TimeSpan?> took = history.Where(line => line is { Kind: JobEventKind.StepDone, Step: not null })
            .GroupBy(line => line.Step!).ToDictionary(group => group.Key, group => group.Last().Took);
        return
        [
            .. names.Select((name, place) => new StepMark(
                name,
                StepWords.Of(name),
                place < current ? StepState.Done
                    : place > current ? StepState.Ahead
                    : job.IsFinal ? StepState.Stopped : StepState.Current,
                place < current ? took.GetValueOrDefault(name) : null,
                job.State != JobState.Running && reached.Contains(name))),
        ];
    }

    private async Task<IReadOnlyList<PlanLine>> PlanAsync(Video? video, CancellationToken cancellationToken)
    {
        if (video is null || VideoSummary.FromJson(video.FactsJson) is not { } summary)
        {
            return [];
        }

        IReadOnlyList<VideoTrack> tracks = await videos.TracksAsync(video.Id, cancellationToken);
        return
        [
            .. tracks.Select(track => (Track: track, Words: TrackWords.Of(track))).Select(line => new PlanLine(
                line.Words.Icon, line.Words.Name, line.Words.Detail, summary.Reasons?.GetValueOrDefault(line.Track.Name))),
            .. summary.Notes.Select(note => new PlanLine("information-circle", note, null, null)),
        ];
    }
}
