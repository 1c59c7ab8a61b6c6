using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TelegramHls.Core.Jobs;
using TelegramHls.Jobs.Pipelines;

namespace TelegramHls.Jobs.Running;

/// <summary>What follows when an attempt did not end well. The caller holds the job's run.</summary>
internal sealed class Endings(
    IJobLedger ledger,
    PipelineSet pipelines,
    Triggers triggers,
    Backoff backoff,
    TimeProvider clock,
    IOptions<JobsOptions> options,
    ILogger<Endings> logger)
{
    /// <summary>Parks the job when it lacks something that comes back by itself; else it is tried again or given up.</summary>
    public async Task AfterFaultAsync(Run run, IJobPipeline pipeline, Exception cause, TimeSpan took)
    {
        JobRecord job = await FindAsync(run);
        string? lack = null;
        await TellAsync(run, async () => lack = await pipeline.FindLackAsync(job, cause, run.Token));
        if (lack is null)
        {
            Log.AttemptFailed(logger, cause, run.Job);
            await RetryOrFailAsync(run, job, pipeline, pipeline.Describe(cause, took));
            return;
        }

        JobsMetrics.LaidAside(job.Step);
        Log.Parked(logger, run.Job, job.Step, lack, cause.Message);
        await ledger.ParkAsync(run.Job, lack, CancellationToken.None);
        JobRecord parked = await FindAsync(run);
        await TellAsync(run, () => pipeline.OnParkedAsync(parked, run.Stopping));
    }

    /// <summary>The job gives its place to others until there is room in the lane.</summary>
    public async Task WaitForLaneAsync(Run run, IJobPipeline pipeline, string lane)
    {
        await ledger.PauseAsync(run.Job, lane, $"It waits for a place for {lane}.", CancellationToken.None);
        JobRecord waiting = await FindAsync(run);
        await TellAsync(run, () => pipeline.OnLaneFullAsync(waiting, run.Stopping));
    }

    public async Task SucceedAsync(Run run, JobRecord job)
    {
        await ledger.FinishAsync(run.Job, JobState.Succeeded, fault: null, CancellationToken.None);
        JobsMetrics.Ended("succeeded", clock.GetUtcNow() - job.CreatedAt);
    }

    /// <summary>Keeps the failure first, then lets the pipeline clean up and tell.</summary>
    public async Task FailAsync(Run run, IJobPipeline? pipeline, JobFault fault)
    {
        Log.GivenUp(logger, run.Job, fault.Error);
        await ledger.FinishAsync(run.Job, JobState.Failed, fault, CancellationToken.None);
        JobRecord failed = await FindAsync(run);
        JobsMetrics.Ended("failed", clock.GetUtcNow() - failed.CreatedAt);
        await SettleAsync(run, failed, pipeline);
    }

    public async Task CancelAsync(Run run, IJobPipeline? pipeline)
    {
        await ledger.FinishAsync(run.Job, JobState.Cancelled, fault: null, CancellationToken.None);
        JobRecord cancelled = await FindAsync(run);
        JobsMetrics.Ended("cancelled", clock.GetUtcNow() - cancelled.CreatedAt);
        await SettleAsync(run, cancelled, pipeline);
    }

    /// <summary>Calls the pipeline for a job that failed or was cancelled; when that throws it is left for later.</summary>
    public async Task SettleAsync(Run run, JobRecord job, IJobPipeline? pipeline = null)
    {
        pipeline ??= pipelines.Find(job.Pipeline);
        try
        {
            if (pipeline is not null && job.State == JobState.Cancelled)
                await pipeline.OnCancelledAsync(job, run.Stopping);
            else if (pipeline is not null)
                await pipeline.OnFailedAsync(job, job.Error ?? "Given up.", run.Stopping);

            await ledger.SettleAsync(job.Id, CancellationToken.None);
        }
        catch (Exception cause)
        {
            Log.CallbackFailed(logger, cause, run.Job);
        }
    }

    private async Task RetryOrFailAsync(Run run, JobRecord job, IJobPipeline pipeline, JobFault fault)
    {
        if (job.Attempts >= options.Value.MaxAttempts)
        {
            await FailAsync(run, pipeline, fault);
            return;
        }

        DateTimeOffset next = clock.GetUtcNow() + backoff.After(job.Attempts);
        await ledger.RetryAsync(run.Job, fault, next, CancellationToken.None);
        JobsMetrics.Retrying(job.Step);
        await triggers.RingAsync(next, CancellationToken.None);
        JobRecord retrying = await FindAsync(run);
        await TellAsync(run, () => pipeline.OnRetryingAsync(retrying, fault.Error, next, run.Stopping));
    }

    private async Task TellAsync(Run run, Func<Task> tell)
    {
        try
        {
            await tell();
        }
        catch (Exception cause)
        {
            Log.CallbackFailed(logger, cause, run.Job);
        }
    }

    private async Task<JobRecord> FindAsync(Run run) =>
        await ledger.FindAsync(run.Job, CancellationToken.None)
        ?? throw new InvalidOperationException($"There is no job {run.Job} any more.");
}
