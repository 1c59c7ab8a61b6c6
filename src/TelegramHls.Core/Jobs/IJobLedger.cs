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

    /// <summary>
    /// The job whose turn it is; null when none can begin. The highest priority goes first; among its jobs those of the owner with
    /// the fewest jobs running, then of the owner who was served longest ago, then the oldest job. A job that ran when the program
    /// was killed is in the queue like one that waits.
    /// </summary>
    Task<JobRecord?> NextAsync(JobTurn turn, CancellationToken cancellationToken);

    /// <summary>Counts an attempt before it runs, sets <see cref="JobState.Running"/> and returns the new state of the job.</summary>
    Task<JobRecord> BeginAttemptAsync(JobId job, CancellationToken cancellationToken);

    /// <summary>
    /// Keeps what the step after <paramref name="end"/> will take. A new checkpoint is progress: the count of attempts starts
    /// again, with the running one as the first.
    /// </summary>
    Task SaveCheckpointAsync(JobId job, StepEnd end, CancellationToken cancellationToken);

    /// <summary>What the step took when the job last reached it; null when it never did, or is to begin again before it.</summary>
    Task<string?> FindCheckpointAsync(JobId job, string step, CancellationToken cancellationToken);

    /// <summary>The steps that the job has reached, in order: it can begin again at each of them.</summary>
    Task<IReadOnlyList<string>> ReachedAsync(JobId job, CancellationToken cancellationToken);

    /// <summary>The step that runs takes another record from now on, also in a later attempt; <paramref name="reason"/> is the line of history.</summary>
    Task ReviseCheckpointAsync(JobId job, string checkpoint, string reason, CancellationToken cancellationToken);

    /// <summary>An attempt failed; the next is due at <paramref name="nextAttemptAt"/>.</summary>
    Task RetryAsync(JobId job, JobFault fault, DateTimeOffset nextAttemptAt, CancellationToken cancellationToken);

    /// <summary>
    /// Something durable was reached inside a step (a part is stored): the count of attempts starts again, with the
    /// running one as the first. Writes no line.
    /// </summary>
    Task NoteProgressAsync(JobId job, CancellationToken cancellationToken);

    /// <summary>
    /// We stopped the attempt ourselves: back to <see cref="JobState.Waiting"/>, and it does not count.
    /// </summary>
    /// <param name="job">The job.</param>
    /// <param name="lane">The lane that its step needs; null for none.</param>
    /// <param name="reason">The line of history.</param>
    /// <param name="cancellationToken">Ends the wait; what was committed stays.</param>
    Task PauseAsync(JobId job, string? lane, string reason, CancellationToken cancellationToken);

    /// <summary>The attempt lacks something that comes back by itself: <see cref="JobState.Parked"/>, and it does not count.</summary>
    Task ParkAsync(JobId job, string lack, CancellationToken cancellationToken);

    /// <summary>What the parked job lacked is back: <see cref="JobState.Waiting"/>, with the attempts that it had.</summary>
    Task ReleaseAsync(JobId job, string reason, CancellationToken cancellationToken);

    /// <summary>
    /// Puts a job back into the queue, whatever its state; the count of attempts starts again. It begins at <paramref name="step"/>;
    /// checkpoints of later steps are dropped.
    /// </summary>
    /// <param name="job">The job.</param>
    /// <param name="step">The step; null when all were done.</param>
    /// <param name="checkpoint">What it takes.</param>
    /// <param name="lane">The lane that it needs; null for none.</param>
    /// <param name="reason">The line of history.</param>
    /// <param name="cancellationToken">Ends the wait; what was committed stays.</param>
    Task RequeueAsync(
        JobId job, string? step, string checkpoint, string? lane, string reason, CancellationToken cancellationToken);

    /// <summary>Changes which jobs go before it; false when there is no such job or it is final.</summary>
    Task<bool> SetPriorityAsync(JobId job, JobPriority priority, CancellationToken cancellationToken);

    /// <summary>Removes the job, its checkpoints and its history; what it did stays counted. Nothing happens when there is none.</summary>
    Task DeleteAsync(JobId job, CancellationToken cancellationToken);

    /// <summary>
    /// Moves the job to a final state. One that failed or was cancelled stays unsettled until what it left behind is
    /// cleaned up.
    /// </summary>
    Task FinishAsync(JobId job, JobState final, JobFault? fault, CancellationToken cancellationToken);

    /// <summary>What the failed or cancelled job left behind is cleaned up and whom it concerns was told. Writes no line.</summary>
    Task SettleAsync(JobId job, CancellationToken cancellationToken);

    /// <summary>Jobs that failed or were cancelled and are not settled, oldest first.</summary>
    Task<IReadOnlyList<JobRecord>> UnsettledAsync(CancellationToken cancellationToken);

    /// <summary>Adds a line of history.</summary>
    /// <param name="job">The job.</param>
    /// <param name="kind">What happened.</param>
    /// <param name="step">The step; null where it concerns the whole job.</param>
    /// <param name="level">How much it matters.</param>
    /// <param name="message">In words; never a token or a key.</param>
    /// <param name="detail">What helps those who look into it; null when there is nothing.</param>
    /// <param name="cancellationToken">Ends the wait; what was committed stays.</param>
    Task AppendAsync(
        JobId job,
        JobEventKind kind,
        string? step,
        JobEventLevel level,
        string message,
        string? detail,
        CancellationToken cancellationToken);

    /// <summary>True when a person has stopped the queue: what runs goes on, nothing begins.</summary>
    Task<bool> IsQueuePausedAsync(CancellationToken cancellationToken);

    /// <summary>Stops the queue or lets it go on; outlives the program.</summary>
    Task SetQueuePausedAsync(bool isPaused, CancellationToken cancellationToken);

    /// <summary>
    /// Removes final and settled jobs that ended before <paramref name="before"/>, with their history, and folds what was counted
    /// by the hour until then into days. Returns how many jobs that were.
    /// </summary>
    Task<int> TrimAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
