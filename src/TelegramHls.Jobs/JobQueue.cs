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
    private readonly Lanes _lanes;
    private readonly Bell _bell;
    private readonly TimeProvider _clock;
    private readonly JobsOptions _options;

    internal JobQueue(
        IJobLedger ledger,
        PipelineSet pipelines,
        RunningJobs running,
        Endings endings,
        Lanes lanes,
        Bell bell,
        TimeProvider clock,
        JobsOptions options)
    {
        (_ledger, _pipelines, _running) = (ledger, pipelines, running);
        (_endings, _lanes, _bell, _clock) = (endings, lanes, bell, clock);
        _options = options;
    }

    /// <summary>A job as it is kept when it is queued; nothing is written yet.</summary>
    /// <param name="pipeline">Name of a registered pipeline.</param>
    /// <param name="subject">What the job is about.</param>
    /// <param name="owner">Whose turn it takes; empty for nobody's.</param>
    /// <param name="input">What the first step takes.</param>
    /// <exception cref="ArgumentException">There is no such pipeline, or its first step takes another record.</exception>
    public JobRecord NewJob<TIn>(string pipeline, string subject, string owner, TIn input)
    {
        PipelineStep first = _pipelines.Find(pipeline)?.Steps[0]
            ?? throw new ArgumentException($"There is no pipeline {pipeline}.", nameof(pipeline));
        if (first.InputType != typeof(TIn))
            throw new ArgumentException($"Step {first.Name} takes a {first.InputType.Name}.", nameof(input));

        string checkpoint = JsonSerializer.Serialize(input);
        return new JobRecord(
            JobId.New(), pipeline, subject, JobState.Waiting, Attempts: 0, first.Name, checkpoint,
            Error: null, _clock.GetUtcNow(), NextAttemptAt: null, FinishedAt: null)
        {
            Owner = owner,
            Lane = first.LaneOf(checkpoint),
        };
    }

    /// <summary>
    /// Has the engine look for jobs to begin: to be called after a job's row was committed. Should the program end in between, the
    /// next start does it.
    /// </summary>
    public void Wake() => _bell.Ring();

    /// <summary>How the queue stands, and with it why a job waits.</summary>
    public async Task<QueueLook> LookAsync(CancellationToken cancellationToken) => new(
        await IsPausedAsync(cancellationToken), _running.Count, _options.Parallel, _lanes.Look());

    /// <summary>
    /// Stops the job; returns when no step of it runs any more and its pipeline was told.
    /// False when there is no such job or it is final already.
    /// </summary>
    /// <param name="job">The job.</param>
    /// <param name="cancellationToken">Ends the wait, not the cancelling.</param>
    public async Task<bool> CancelAsync(JobId job, CancellationToken cancellationToken)
    {
        (Run mine, bool asked) = await TakeOverAsync(job, cancellationToken);
        using (mine)
        {
            JobRecord? record = await _ledger.FindAsync(job, cancellationToken);
            if (record is null || record.IsFinal)
                return asked && record?.State == JobState.Cancelled;

            await _endings.CancelAsync(mine, pipeline: null);
            return true;
        }
    }

    /// <summary>
    /// Removes the job and its history; cancels it first when it is not final. Returns when no step of it runs any more and its
    /// pipeline has removed what there was only for its sake. False when there is no such job.
    /// </summary>
    public async Task<bool> DeleteAsync(JobId job, CancellationToken cancellationToken)
    {
        (Run mine, _) = await TakeOverAsync(job, cancellationToken);
        using (mine)
        {
            JobRecord? record = await _ledger.FindAsync(job, cancellationToken);
            if (record is { IsFinal: false })
            {
                await _endings.CancelAsync(mine, pipeline: null);
                record = await _ledger.FindAsync(job, cancellationToken);
            }

            if (record is null)
                return false;

            if (_pipelines.Find(record.Pipeline) is { } pipeline)
                await pipeline.OnDeletedAsync(record, cancellationToken);

            await _ledger.DeleteAsync(job, CancellationToken.None);
            return true;
        }
    }

    /// <summary>Which jobs go before it, from the next choice on. False when there is no such job or it is final.</summary>
    public Task<bool> SetPriorityAsync(JobId job, JobPriority priority, CancellationToken cancellationToken) =>
        _ledger.SetPriorityAsync(job, priority, cancellationToken);

    /// <summary>No job begins from now on, also after a restart; those that run go on.</summary>
    public Task PauseAsync(CancellationToken cancellationToken) => _ledger.SetQueuePausedAsync(true, cancellationToken);

    /// <summary>Jobs begin again.</summary>
    public async Task ResumeAsync(CancellationToken cancellationToken)
    {
        await _ledger.SetQueuePausedAsync(false, cancellationToken);
        Wake();
    }

    /// <summary>True while the queue is paused.</summary>
    public Task<bool> IsPausedAsync(CancellationToken cancellationToken) => _ledger.IsQueuePausedAsync(cancellationToken);

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

            Wake();
            released.Add(job);
        }

        return released;
    }

    /// <summary>
    /// Lets a job that does not run begin again at the step at which it stands, now, with a fresh count of attempts.
    /// </summary>
    public Task<JobRetry> RetryAsync(JobId job, CancellationToken cancellationToken) =>
        BeginAgainAsync(job, wished: null, cancellationToken);

    /// <summary>As <see cref="RetryAsync"/>, at any step that it has reached, also when it has succeeded.</summary>
    public Task<JobRetry> RetryFromAsync(JobId job, string step, CancellationToken cancellationToken) =>
        BeginAgainAsync(job, step, cancellationToken);

    /// <summary>The steps at which the job can be wished to begin again, in order.</summary>
    public Task<IReadOnlyList<string>> ReachedAsync(JobId job, CancellationToken cancellationToken) =>
        _ledger.ReachedAsync(job, cancellationToken);

    private async Task<JobRetry> BeginAgainAsync(JobId job, string? wished, CancellationToken cancellationToken)
    {
        JobRetry answer;
        using (Run? run = _running.TryEnter(job))
        {
            if (run is null)
                return new JobRetry.Refused("It runs now. Cancel it first.");

            answer = await BeginAgainAsync(run, wished, cancellationToken);
        }

        if (answer is JobRetry.From)
            Wake();

        return answer;
    }

    private async Task<JobRetry> BeginAgainAsync(Run run, string? wished, CancellationToken cancellationToken)
    {
        if (await _ledger.FindAsync(run.Job, cancellationToken) is not { } job
            || _pipelines.Find(job.Pipeline) is not { } pipeline)
            return new JobRetry.Refused("There is no such job any more.");

        if ((wished ?? job.Step) is not { } step)
            return new JobRetry.Refused("It has done all its steps. Choose the one to begin again at.");

        if (await _ledger.FindCheckpointAsync(job.Id, step, cancellationToken) is null)
            return new JobRetry.Refused($"It has not reached the step {step} yet.");

        JobRetry answer = await pipeline.BeginAgainAsync(job, step, cancellationToken);
        if (answer is not JobRetry.From from)
            return answer;

        string checkpoint = await _ledger.FindCheckpointAsync(job.Id, from.Step, cancellationToken)
            ?? throw new InvalidOperationException($"Job {job.Id} has no checkpoint of step {from.Step}.");
        await _ledger.RequeueAsync(
            job.Id,
            from.Step,
            checkpoint,
            pipeline.Steps.FirstOrDefault(known => known.Name == from.Step)?.LaneOf(checkpoint),
            $"Tried again by a person, from {from.Step} on.",
            cancellationToken);
        return from;
    }

    /// <summary>Waits until nobody works on the job, whom it tells to stop; and whether there was somebody.</summary>
    private async Task<(Run Mine, bool Asked)> TakeOverAsync(JobId job, CancellationToken cancellationToken)
    {
        bool asked = false;
        while (true)
        {
            if (_running.TryEnter(job) is { } mine)
                return (mine, asked);

            if (_running.Find(job) is { } other)
            {
                asked = true;
                other.Cancel();
                await other.Left.WaitAsync(cancellationToken);
            }
        }
    }
}
