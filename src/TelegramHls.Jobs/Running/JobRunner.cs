using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TelegramHls.Core.Jobs;
using TelegramHls.Jobs.Pipelines;
using TelegramHls.Jobs.Progress;

namespace TelegramHls.Jobs.Running;

/// <summary>Makes one attempt at a job: runs its steps from the checkpoint on, and keeps what came of it.</summary>
internal sealed class JobRunner(
    IJobLedger ledger,
    PipelineSet pipelines,
    Lanes lanes,
    Endings endings,
    JobProgressBoard board,
    TimeProvider clock,
    IOptions<JobsOptions> options,
    ILogger<JobRunner> logger)
{
    /// <summary>Does nothing when the job was ended or parked by whoever had it before, or the program stops.</summary>
    public async Task RunAsync(Run run)
    {
        if (run.Stopping.IsCancellationRequested
            || await ledger.FindAsync(run.Job, CancellationToken.None) is not { IsFinal: false, State: not JobState.Parked } job)
            return;

        using IDisposable? scope = logger.BeginScope("Job {Job}", run.Job);
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
            board.Forget(run.Job);
        }
    }

    private async Task AttemptAsync(Run run, IJobPipeline pipeline)
    {
        JobRecord job = await ledger.BeginAttemptAsync(run.Job, CancellationToken.None);
        JobsMetrics.Began();
        Log.Begun(logger, job.Attempts, job.Id, job.Step);
        long began = clock.GetTimestamp();
        AttemptEnd end;
        try
        {
            end = await RunStepsAsync(job, pipeline, run.Token);
        }
        catch (Exception) when (run.CancelRequested)
        {
            await endings.CancelAsync(run, pipeline);
            return;
        }
        catch (Exception) when (run.Stopping.IsCancellationRequested)
        {
            // Whatever it was, it came while everything is being taken down: the next start tries the step again.
            await ledger.PauseAsync(
                run.Job, job.Lane, "The program stops; the job goes on at its next start.", CancellationToken.None);
            return;
        }
        catch (Exception cause)
        {
            await endings.AfterFaultAsync(run, pipeline, cause, clock.GetElapsedTime(began));
            return;
        }

        if (end.FullLane is { } lane)
            await endings.WaitForLaneAsync(run, pipeline, lane);
        else if (end.Refusal is { } refusal)
            await endings.FailAsync(run, pipeline, new JobFault(refusal, Took: clock.GetElapsedTime(began)));
        else
            await endings.SucceedAsync(run, job);
    }

    private async Task<AttemptEnd> RunStepsAsync(JobRecord job, IJobPipeline pipeline, CancellationToken cancellationToken)
    {
        string checkpoint = job.Checkpoint;
        for (int i = FirstStep(job, pipeline); i < pipeline.Steps.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            PipelineStep step = pipeline.Steps[i];
            string? lane = step.LaneOf(checkpoint);
            if (!lanes.TryMove(job.Id, lane))
                return new AttemptEnd(FullLane: lane);

            (string? next, string? refusal) = await RunStepAsync(step, checkpoint, job, pipeline, i, cancellationToken);
            if (refusal is not null)
                return new AttemptEnd(Refusal: refusal);

            if (next is null)
                break;

            checkpoint = next;
        }

        return new AttemptEnd();
    }

    /// <summary>What the next step takes, null when there is none; or why the job is refused.</summary>
    private async Task<(string? Next, string? Refusal)> RunStepAsync(
        PipelineStep step, string input, JobRecord job, IJobPipeline pipeline, int index, CancellationToken cancellationToken)
    {
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
        StepOutcome<string> outcome = await step.RunAsync(input, context, cancellationToken);
        (string? output, string? refusal) = outcome.Match<(string?, string?)>(
            done => (done.Next, null), _ => (null, null), no => (null, no.Reason));
        if (refusal is not null)
            return (null, refusal);

        PipelineStep? next = output is not null && index + 1 < pipeline.Steps.Count ? pipeline.Steps[index + 1] : null;
        string checkpoint = output ?? input;
        var end = new StepEnd(
            step.Name, next?.Name, checkpoint, next?.LaneOf(checkpoint), clock.GetElapsedTime(started), context.Bytes);
        await ledger.SaveCheckpointAsync(job.Id, end, CancellationToken.None);
        JobsMetrics.StepEnded(step.Name, end.Took);
        Log.StepDone(logger, step.Name, job.Id, end.Took.TotalSeconds);
        return (next is null ? null : checkpoint, null);
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

    /// <summary>How the steps of an attempt ended; without either all is done.</summary>
    private readonly record struct AttemptEnd(string? Refusal = null, string? FullLane = null);
}
