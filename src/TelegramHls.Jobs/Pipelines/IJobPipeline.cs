using TelegramHls.Core.Jobs;

namespace TelegramHls.Jobs.Pipelines;

/// <summary>An ordered list of steps, and what is to be told and cleaned up when they do not all succeed.</summary>
public interface IJobPipeline
{
    /// <summary>Unique; kept with each job.</summary>
    string Name { get; }

    /// <summary>At least one; made by <see cref="StepChain"/>.</summary>
    IReadOnlyList<PipelineStep> Steps { get; }

    /// <summary>An attempt failed: what is kept of it, in words for people and in detail.</summary>
    /// <param name="cause">What it failed with.</param>
    /// <param name="took">How long it had run.</param>
    JobFault Describe(Exception cause, TimeSpan took);

    /// <summary>
    /// An attempt failed: what it lacked that comes back by itself, in words; null when the cause is another. A job that lacks
    /// something is parked: it keeps neither its place nor its attempt until <see cref="JobQueue.ReleaseAsync"/>.
    /// </summary>
    Task<string?> FindLackAsync(JobRecord job, Exception cause, CancellationToken cancellationToken);

    /// <summary>The job was parked. An exception here is logged and changes nothing.</summary>
    Task OnParkedAsync(JobRecord job, CancellationToken cancellationToken);

    /// <summary>
    /// The job waits until there is room in the lane that its next step needs. An exception here is logged and changes nothing.
    /// </summary>
    Task OnLaneFullAsync(JobRecord job, CancellationToken cancellationToken);

    /// <summary>An attempt failed and another will follow. An exception here is logged and changes nothing.</summary>
    Task OnRetryingAsync(
        JobRecord job, string error, DateTimeOffset nextAttemptAt, CancellationToken cancellationToken);

    /// <summary>
    /// The job was given up. Called after that was kept, and again (also after a restart) until it returns without an
    /// exception, so it may run more than once.
    /// </summary>
    Task OnFailedAsync(JobRecord job, string reason, CancellationToken cancellationToken);

    /// <summary>A person stopped the job; no step runs any more. Repeated as <see cref="OnFailedAsync"/> is.</summary>
    Task OnCancelledAsync(JobRecord job, CancellationToken cancellationToken);

    /// <summary>
    /// A person wants the job to begin again; no step of it runs. Makes sure that it can, and answers where it does: at another
    /// step where what that one needs is gone.
    /// </summary>
    /// <param name="job">The job, in whatever state.</param>
    /// <param name="step">A step that it has reached.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<JobRetry> BeginAgainAsync(JobRecord job, string step, CancellationToken cancellationToken);

    /// <summary>
    /// A person removes the job, which is final: what there is only for its sake goes with it. May be called more than once; the
    /// job is removed when it returns without an exception.
    /// </summary>
    Task OnDeletedAsync(JobRecord job, CancellationToken cancellationToken);
}
