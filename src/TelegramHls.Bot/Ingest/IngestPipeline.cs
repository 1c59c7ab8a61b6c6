using TelegramHls.Bot.Ingest.Admit;
using TelegramHls.Bot.Ingest.Announce;
using TelegramHls.Bot.Ingest.Clean;
using TelegramHls.Bot.Ingest.Compatible;
using TelegramHls.Bot.Ingest.Fetch;
using TelegramHls.Bot.Ingest.Original;
using TelegramHls.Bot.Ingest.Plan;
using TelegramHls.Bot.Ingest.Poster;
using TelegramHls.Bot.Ingest.Previews;
using TelegramHls.Bot.Ingest.Probe;
using TelegramHls.Bot.Ingest.Publish;
using TelegramHls.Bot.Ingest.Store;
using TelegramHls.Bot.Ingest.Subtitles;
using TelegramHls.Core.Jobs;
using TelegramHls.Jobs;
using TelegramHls.Jobs.Pipelines;

namespace TelegramHls.Bot.Ingest;

/// <summary>The way of a video. Package and Store are one step, since they run at once.</summary>
internal sealed class IngestPipeline(
    AdmitStep admit,
    FetchStep fetch,
    ProbeStep probe,
    PlanStep plan,
    PosterStep poster,
    SubtitlesStep subtitles,
    StoreStep store,
    CompatibleStep compatible,
    PublishStep publish,
    AnnounceStep announce,
    KeepStep keep,
    PreviewStep previews,
    CleanStep clean,
    StorageLack lack,
    FaultText faults,
    IngestEnding ending,
    IngestRestart restart) : IJobPipeline
{
    public const string PipelineName = "ingest";

    public string Name => PipelineName;

    public IReadOnlyList<PipelineStep> Steps { get; } = StepChain
        .Begin(admit)
        .Then(fetch)
        .Then(probe)
        .Then(plan)
        .Then(poster)
        .Then(subtitles)
        .Then(store)
        .Then(compatible)
        .Then(publish)
        .Then(announce)
        .Then(keep)
        .Then(previews)
        .Then(clean)
        .Build();

    public JobFault Describe(Exception cause, TimeSpan took) => faults.Of(cause, took);

    public async Task<string?> FindLackAsync(JobRecord job, Exception cause, CancellationToken cancellationToken) =>
        DiskLack.Find(cause) ?? await lack.FindAsync(cause, cancellationToken);

    public Task OnParkedAsync(JobRecord job, CancellationToken cancellationToken) =>
        ending.SayWaitingAsync(job, cancellationToken);

    public Task OnLaneFullAsync(JobRecord job, CancellationToken cancellationToken) =>
        ending.SayInLineAsync(job, cancellationToken);

    public Task OnRetryingAsync(
        JobRecord job, string error, DateTimeOffset nextAttemptAt, CancellationToken cancellationToken) =>
        ending.SayRetryingAsync(job, nextAttemptAt, cancellationToken);

    public Task OnFailedAsync(JobRecord job, string reason, CancellationToken cancellationToken) =>
        ending.FailAsync(job, reason, cancellationToken);

    public Task OnCancelledAsync(JobRecord job, CancellationToken cancellationToken) =>
        ending.CancelAsync(job, cancellationToken);

    public Task<JobRetry> BeginAgainAsync(JobRecord job, string step, CancellationToken cancellationToken) =>
        restart.BeginAgainAsync(job, step, cancellationToken);

    public Task OnDeletedAsync(JobRecord job, CancellationToken cancellationToken) =>
        ending.DeleteAsync(job, cancellationToken);
}
