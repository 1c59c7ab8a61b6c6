using System.Text.Json;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;
using TelegramHls.Jobs.Progress;

namespace TelegramHls.Jobs.Pipelines;

/// <summary>What a step may know of its job and tell about itself.</summary>
public sealed class StepContext
{
    private readonly IJobLedger _ledger;
    private readonly JobProgressBoard _board;

    internal StepContext(JobRecord job, string step, IJobLedger ledger, JobProgressBoard board)
    {
        (_ledger, _board) = (ledger, board);
        (Job, Subject, Attempt, Step) = (job.Id, job.Subject, job.Attempts, step);
    }

    /// <summary>The job.</summary>
    public JobId Job { get; }

    /// <summary>What the job is about.</summary>
    public string Subject { get; }

    /// <summary>Number of the running attempt since the last progress, from 1.</summary>
    public int Attempt { get; }

    /// <summary>The step's name.</summary>
    public string Step { get; }

    internal long? Bytes { get; private set; }

    /// <summary>Counts bytes that this step moved, for the history; several calls add up. Not for two threads at once.</summary>
    public void CountBytes(long bytes) => Bytes = (Bytes ?? 0) + bytes;

    /// <summary>Shows how far the step is; kept in memory only, the latest wins.</summary>
    /// <param name="done">So much is done, in the unit of <paramref name="total"/>.</param>
    /// <param name="total">So much there is to do; null when unknown.</param>
    /// <param name="detail">In words for people; null when there is nothing to say.</param>
    public void Report(double done, double? total, string? detail = null) =>
        _board.Post(new JobProgress(Job, Step, done, total, detail));

    /// <summary>Something durable was reached (it need not be done again): failed attempts before it no longer count.</summary>
    public Task NoteProgressAsync(CancellationToken cancellationToken) => _ledger.NoteProgressAsync(Job, cancellationToken);

    /// <summary>From now on this step takes another record, also when it is run again: what it took before did not work out.</summary>
    /// <typeparam name="T">What the step takes.</typeparam>
    /// <param name="input">The record in its place.</param>
    /// <param name="why">The line of history that says so; never a token or a key.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task ReviseAsync<T>(T input, string why, CancellationToken cancellationToken) =>
        _ledger.ReviseCheckpointAsync(Job, JsonSerializer.Serialize(input), why, cancellationToken);

    /// <summary>Adds a line to the job's history; never a token or a key.</summary>
    public Task NoteAsync(string message, CancellationToken cancellationToken) =>
        _ledger.AppendAsync(Job, JobEventKind.Note, Step, JobEventLevel.Info, message, detail: null, cancellationToken);

    /// <summary>Adds a line about something that went wrong and was got over.</summary>
    /// <param name="message">In words; never a token or a key.</param>
    /// <param name="detail">What helps those who look into it; null when there is nothing.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task WarnAsync(string message, string? detail, CancellationToken cancellationToken) =>
        _ledger.AppendAsync(Job, JobEventKind.Note, Step, JobEventLevel.Warning, message, detail, cancellationToken);
}
