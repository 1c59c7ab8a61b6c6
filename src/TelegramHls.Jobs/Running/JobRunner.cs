using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;
using TelegramHls.Jobs.Pipelines;
using TelegramHls.Jobs.Progress;

namespace TelegramHls.Jobs.Running;

/// <summary>Makes one attempt at a job: runs its steps from the checkpoint on, and keeps what came of it.</summary>
internal sealed class JobRunner(
    IJobLedger ledger,
    PipelineSet pipelines,
    RunningJobs running,
    Endings endings,
    JobProgressBoard board,
    TimeProvider clock,
    IOptions<JobsOptions> options,
    ILogger<JobRunner> logger)
{
    // A trigger may fire a little before its time; a job that would then be left alone had to wait for the next look.
    private static readonly TimeSpan WaitAtMost = TimeSpan.FromSeconds(1);

    /// <summary>Does nothing when the job is in somebody's hands, final, parked, not due, or the program stops.</summary>
    public async Task RunAsync(JobId id)
    {
        using Run? run = running.TryEnter(id);
        if (run is null || run.Stopping.IsCancellationRequested)
            return;

        JobRecord? job = await ledger.FindAsync(id, CancellationToken.None);
        if (await ledger.IsQueuePausedAsync(CancellationToken.None))
            return;

        if (job is null || job.IsFinal || job.State == JobState.Parked || !await IsDueAsync(job, run.Token))
            return;

        using IDisposable? scope = logger.BeginScope("Job {Job}", id);
        if (pipelines.Find(job.Pipeline) is not { } pipeline)
        {
            await endings.FailAsync(run, pipeline: null, new JobFault($"There is no pipeline {job.Pipeline} in this program."));
            return;
        }

        if (job.Attempts >= options.Value.MaxAttempts)
        {
            await endings.FailAsync(
                run,
                pipeline,
                new JobFault(job.Error ?? $"It was cut off {job.Attempts} times at step {job.Step} without progress."));
            return;
        }

        try
        {
            await AttemptAsync(run, pipeline);
        }
        finally
        {
            board.Forget(id);
        }
    }

    private async Task<bool> IsDueAsync(JobRecord job, CancellationToken cancellationToken)
    {
        TimeSpan early = (job.NextAttemptAt ?? DateTimeOffset.MinValue) - clock.GetUtcNow();
        if (early > WaitAtMost)
            return false;

        if (early > TimeSpan.Zero)
            await Task.Delay(early, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        // Cancelled or stopped meanwhile: who did that goes on from here.
        return !cancellationToken.IsCancellationRequested;
    }

    private async Task AttemptAsync(Run run, IJobPipeline pipeline)
    {
        JobRecord job = await ledger.BeginAttemptAsync(run.Job, CancellationToken.None);
        long began = clock.GetTimestamp();
        string? refused;
        try
        {
            refused = await RunStepsAsync(job, pipeline, run.Token);
        }
        catch (Exception) when (run.CancelRequested)
        {
            await endings.CancelAsync(run, pipeline);
            return;
        }
        catch (Exception) when (run.Stopping.IsCancellationRequested)
        {
            // Whatever it was, it came while everything is being taken down: the next start tries the step again.
            await ledger.PauseAsync(run.Job, "The program stops; the job goes on at its next start.", CancellationToken.None);
            return;
        }
        catch (Exception cause)
        {
            await endings.AfterFaultAsync(run, pipeline, cause, clock.GetElapsedTime(began));
            return;
        }

        if (refused is null)
            await ledger.FinishAsync(run.Job, JobState.Succeeded, fault: null, CancellationToken.None);
        else
            await endings.FailAsync(run, pipeline, new JobFault(refused, Took: clock.GetElapsedTime(began)));
    }

    /// <summary>Null when all is done, else why the job is refused.</summary>
    private async Task<string?> RunStepsAsync(JobRecord job, IJobPipeline pipeline, CancellationToken cancellationToken)
    {
        int first = FirstStep(job, pipeline);
        string checkpoint = job.Checkpoint;
        for (int i = first; i < pipeline.Steps.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            PipelineStep step = pipeline.Steps[i];
            long started = clock.GetTimestamp();
            await ledger.AppendAsync(
                job.Id,
                JobEventKind.StepStarted,
                step.Name,
                JobEventLevel.Info,
                $"{step.Name} begins.",
                detail: null,
                CancellationToken.None);
            board.Post(new JobProgress(job.Id, step.Name, 0, Total: null, Detail: null));
            var context = new StepContext(job, step.Name, ledger, board);
            StepOutcome<string> outcome = await step.RunAsync(checkpoint, context, cancellationToken);
            (string? next, string? refused) = outcome.Match<(string?, string?)>(
                done => (done.Next, null), _ => (null, null), no => (null, no.Reason));
            if (refused is not null)
                return refused;

            string? nextStep = next is not null && i + 1 < pipeline.Steps.Count ? pipeline.Steps[i + 1].Name : null;
            checkpoint = next ?? checkpoint;
            var end = new StepEnd(step.Name, nextStep, checkpoint, Lane: null, clock.GetElapsedTime(started), context.Bytes);
            await ledger.SaveCheckpointAsync(job.Id, end, CancellationToken.None);
            Log.StepDone(logger, step.Name, job.Id, end.Took.TotalSeconds);
            if (nextStep is null)
                return null;
        }

        return null;
    }

    private static int FirstStep(JobRecord job, IJobPipeline pipeline)
    {
        // Every step was done, and the program ended before that was kept.
        if (job.Step is null)
            return pipeline.Steps.Count;

        for (int i = 0; i < pipeline.Steps.Count; i++)
        {
            if (string.Equals(pipeline.Steps[i].Name, job.Step, StringComparison.Ordinal))
                return i;
        }

        throw new InvalidOperationException($"The pipeline {pipeline.Name} has no step {job.Step}.");
    }
}
