using TelegramHls.Core.Ids;

namespace TelegramHls.Core.Jobs;

/// <summary>The durable state of jobs. Every method commits before it returns; each change also writes its line of history.</summary>
public interface IJobLedger
{
    /// <summary>The job, or null when there is none of that id.</summary>
    Task<JobRecord?> FindAsync(JobId job, CancellationToken cancellationToken);

    /// <summary>All jobs that are not in a final state, oldest first.</summary>
    Task<IReadOnlyList<JobRecord>> UnfinishedAsync(CancellationToken cancellationToken);

    /// <summary>All jobs in state <see cref="JobState.Parked"/>, oldest first.</summary>
    Task<IReadOnlyList<JobRecord>> ParkedAsync(CancellationToken cancellationToken);

    /// <summary>Puts a job into the queue in state <see cref="JobState.Waiting"/>; an existing one of that id is left as it is.</summary>
    Task QueueAsync(JobRecord job, CancellationToken cancellationToken);

    /// <summary>Counts an attempt before it runs, sets <see cref="JobState.Running"/> and returns the new state of the job.</summary>
    Task<JobRecord> BeginAttemptAsync(JobId job, CancellationToken cancellationToken);

    /// <summary>
    /// Keeps what the step <paramref name="nextStep"/> will take; null when all steps are done.
    /// A new checkpoint is progress: the count of attempts starts again, with the running one as the first.
    /// </summary>
    Task SaveCheckpointAsync(
        JobId job, string doneStep, string? nextStep, string checkpoint, CancellationToken cancellationToken);

    /// <summary>The step that runs takes another record from now on, also in a later attempt; <paramref name="reason"/> is the line of history.</summary>
    Task ReviseCheckpointAsync(JobId job, string checkpoint, string reason, CancellationToken cancellationToken);

    /// <summary>An attempt failed; the next is due at <paramref name="nextAttemptAt"/>.</summary>
    Task RetryAsync(JobId job, string error, DateTimeOffset nextAttemptAt, CancellationToken cancellationToken);

    /// <summary>
    /// Something durable was reached inside a step (a part is stored): the count of attempts starts again, with the
    /// running one as the first. Writes no line.
    /// </summary>
    Task NoteProgressAsync(JobId job, CancellationToken cancellationToken);

    /// <summary>We stopped the attempt ourselves: back to <see cref="JobState.Waiting"/>, and it does not count.</summary>
    Task PauseAsync(JobId job, string reason, CancellationToken cancellationToken);

    /// <summary>The attempt lacks something that comes back by itself: <see cref="JobState.Parked"/>, and it does not count.</summary>
    Task ParkAsync(JobId job, string lack, CancellationToken cancellationToken);

    /// <summary>What the parked job lacked is back: <see cref="JobState.Waiting"/>, with the attempts that it had.</summary>
    Task ReleaseAsync(JobId job, string reason, CancellationToken cancellationToken);

    /// <summary>
    /// Puts a job back into the queue, whatever its state; the count of attempts starts again. A null step keeps step
    /// and checkpoint.
    /// </summary>
    Task RequeueAsync(JobId job, string? step, string? checkpoint, string reason, CancellationToken cancellationToken);

    /// <summary>
    /// Moves the job to a final state. One that failed or was cancelled stays unsettled until what it left behind is
    /// cleaned up.
    /// </summary>
    Task FinishAsync(JobId job, JobState final, string? error, CancellationToken cancellationToken);

    /// <summary>What the failed or cancelled job left behind is cleaned up and whom it concerns was told. Writes no line.</summary>
    Task SettleAsync(JobId job, CancellationToken cancellationToken);

    /// <summary>Jobs that failed or were cancelled and are not settled, oldest first.</summary>
    Task<IReadOnlyList<JobRecord>> UnsettledAsync(CancellationToken cancellationToken);

    /// <summary>Adds a line of history.</summary>
    Task AppendAsync(JobId job, JobEventKind kind, string? step, string message, CancellationToken cancellationToken);
}
