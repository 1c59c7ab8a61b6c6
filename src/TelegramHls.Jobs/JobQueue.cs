using System.Text.Json;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;
using TelegramHls.Jobs.Pipelines;
using TelegramHls.Jobs.Running;

namespace TelegramHls.Jobs;

/// <summary>The door to the engine.</summary>
public sealed class JobQueue
{
    private readonly IJobLedger _ledger;
    private readonly PipelineSet _pipelines;
    private readonly RunningJobs _running;
    private readonly Endings _endings;
    private readonly Triggers _triggers;
    private readonly TimeProvider _clock;

    internal JobQueue(
        IJobLedger ledger,
        PipelineSet pipelines,
        RunningJobs running,
        Endings endings,
        Triggers triggers,
        TimeProvider clock)
    {
        (_ledger, _pipelines, _running) = (ledger, pipelines, running);
        (_endings, _triggers, _clock) = (endings, triggers, clock);
    }

    /// <summary>A job as it is kept when it is queued; nothing is written yet.</summary>
    /// <param name="pipeline">Name of a registered pipeline.</param>
    /// <param name="subject">What the job is about.</param>
    /// <param name="input">What the first step takes.</param>
    /// <exception cref="ArgumentException">There is no such pipeline, or its first step takes another record.</exception>
    public JobRecord NewJob<TIn>(string pipeline, string subject, TIn input)
    {
        PipelineStep first = _pipelines.Find(pipeline)?.Steps[0]
            ?? throw new ArgumentException($"There is no pipeline {pipeline}.", nameof(pipeline));
        if (first.InputType != typeof(TIn))
            throw new ArgumentException($"Step {first.Name} takes a {first.InputType.Name}.", nameof(input));

        return new JobRecord(
            JobId.New(), pipeline, subject, JobState.Waiting, Attempts: 0, first.Name, JsonSerializer.Serialize(input),
            Error: null, _clock.GetUtcNow(), NextAttemptAt: null, FinishedAt: null);
    }

    /// <summary>
    /// Lets a job run that the ledger has: to be called after the job's row was committed. Should the program end in
    /// between, the next start does it.
    /// </summary>
    public Task EnqueueAsync(JobId job, CancellationToken cancellationToken) =>
        _triggers.ScheduleAsync(job, _clock.GetUtcNow(), cancellationToken);

    /// <summary>
    /// Stops the job; returns when no step of it runs any more and its pipeline was told.
    /// False when there is no such job or it is final already.
    /// </summary>
    /// <param name="job">The job.</param>
    /// <param name="cancellationToken">Ends the wait, not the cancelling.</param>
    public async Task<bool> CancelAsync(JobId job, CancellationToken cancellationToken)
    {
        bool asked = false;
        while (true)
        {
            using (Run? mine = _running.TryEnter(job))
            {
                if (mine is not null)
                {
                    JobRecord? record = await _ledger.FindAsync(job, cancellationToken);
                    if (record is null || record.IsFinal)
                        return asked && record?.State == JobState.Cancelled;

                    await _endings.CancelAsync(mine, pipeline: null);
                    return true;
                }
            }

            if (_running.Find(job) is { } other)
            {
                asked = true;
                other.Cancel();
                await other.Left.WaitAsync(cancellationToken);
            }
        }
    }

    /// <summary>Jobs that lack something, oldest first.</summary>
    public Task<IReadOnlyList<JobRecord>> ParkedAsync(CancellationToken cancellationToken) =>
        _ledger.ParkedAsync(cancellationToken);

    /// <summary>What parked jobs lacked is back: puts those of them into the queue again and returns them.</summary>
    /// <param name="reason">For their history.</param>
    /// <param name="isMeant">Chooses among the parked jobs; each says as its error what it lacks.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<JobRecord>> ReleaseAsync(
        string reason, Func<JobRecord, bool> isMeant, CancellationToken cancellationToken)
    {
        List<JobRecord> released = [];
        foreach (JobRecord job in (await ParkedAsync(cancellationToken)).Where(isMeant))
        {
            using (Run? run = _running.TryEnter(job.Id))
            {
                if (run is null || await _ledger.FindAsync(job.Id, cancellationToken) is not { State: JobState.Parked })
                    continue;

                await _ledger.ReleaseAsync(job.Id, reason, cancellationToken);
            }

            await EnqueueAsync(job.Id, cancellationToken);
            released.Add(job);
        }

        return released;
    }

    /// <summary>
    /// Runs a failed, cancelled or waiting job again from its checkpoint, now, with a fresh count of attempts.
    /// False when there is no such job, or it runs or has succeeded.
    /// </summary>
    public Task<bool> RetryAsync(JobId job, CancellationToken cancellationToken) =>
        RequeueAsync(job, step: null, checkpoint: null, cancellationToken);

    /// <summary>As <see cref="RetryAsync"/>, but from the first step of its pipeline, which takes <paramref name="input"/>.</summary>
    public async Task<bool> RestartAsync<TIn>(JobId job, TIn input, CancellationToken cancellationToken)
    {
        JobRecord? record = await _ledger.FindAsync(job, cancellationToken);
        if (record is null)
            return false;

        JobRecord fresh = NewJob(record.Pipeline, record.Subject, input);
        return await RequeueAsync(job, fresh.Step, fresh.Checkpoint, cancellationToken);
    }

    private async Task<bool> RequeueAsync(
        JobId job, string? step, string? checkpoint, CancellationToken cancellationToken)
    {
        using (Run? run = _running.TryEnter(job))
        {
            if (run is null)
                return false;

            JobRecord? record = await _ledger.FindAsync(job, cancellationToken);
            if (record is null || record.State == JobState.Succeeded)
                return false;

            await _ledger.RequeueAsync(job, step, checkpoint, "Tried again by a person.", cancellationToken);
        }

        await EnqueueAsync(job, cancellationToken);
        return true;
    }
}
