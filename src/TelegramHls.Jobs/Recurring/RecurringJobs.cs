using Microsoft.Extensions.Logging;
using TelegramHls.Core.Jobs;

namespace TelegramHls.Jobs.Recurring;

/// <summary>The door to the recurring jobs: how they stand, run now, on and off. Each runs at most once at a time.</summary>
public sealed class RecurringJobs : IDisposable
{
    // What was missed while the program did not run is made up for, but the start comes first.
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(1);

    // The clock of the machine may be set meanwhile.
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, Turn> _turns;
    private readonly IRecurringLedger _ledger;
    private readonly TimeProvider _clock;
    private readonly ILogger<RecurringJobs> _logger;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly SemaphoreSlim _bell = new(0);
    private bool _isLoaded;

    internal RecurringJobs(
        IEnumerable<IRecurringJob> jobs,
        IRecurringLedger ledger,
        TimeProvider clock,
        ILogger<RecurringJobs> logger)
    {
        _turns = jobs.ToDictionary(job => job.Name, Begin, StringComparer.Ordinal);
        (_ledger, _clock, _logger) = (ledger, clock, logger);
    }

    /// <summary>All of them, by title.</summary>
    public async Task<IReadOnlyList<RecurringStanding>> ListAsync(CancellationToken cancellationToken)
    {
        using Hold hold = await HoldAsync(cancellationToken);
        return [.. _turns.Values.Select(turn => turn.Standing).OrderBy(standing => standing.Title, StringComparer.Ordinal)];
    }

    /// <summary>
    /// Lets the job run now, also when it is off; when it runs already, once more after that. False when there is no such job.
    /// </summary>
    public async Task<bool> RunNowAsync(string name, CancellationToken cancellationToken)
    {
        if (!_turns.TryGetValue(name, out Turn? turn))
            return false;

        using Hold hold = await HoldAsync(cancellationToken);
        await AskAsync(turn, cancellationToken);
        return true;
    }

    /// <summary>There is something to do for the job: as <see cref="RunNowAsync"/>, but one that is off stays so.</summary>
    /// <exception cref="ArgumentException">There is no such job.</exception>
    public async Task NudgeAsync(string name, CancellationToken cancellationToken)
    {
        if (!_turns.TryGetValue(name, out Turn? turn))
            throw new ArgumentException($"There is no recurring job {name}.", nameof(name));

        using Hold hold = await HoldAsync(cancellationToken);
        if (turn.Record.IsOn)
            await AskAsync(turn, cancellationToken);
    }

    /// <summary>Switches the job on or off, also for later starts; a run that has begun ends as it would. False when there is no such job.</summary>
    public async Task<bool> SwitchAsync(string name, bool isOn, CancellationToken cancellationToken)
    {
        if (!_turns.TryGetValue(name, out Turn? turn))
            return false;

        using Hold hold = await HoldAsync(cancellationToken);
        if (turn.Record.IsOn != isOn)
            await KeepAsync(turn, turn.Record with { IsOn = isOn, NextAt = isOn ? _clock.GetUtcNow() + turn.Job.Every : null }, cancellationToken);

        return true;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _gate.Dispose();
        _bell.Dispose();
    }

    /// <summary>At the start of the program: plans each job's next turn.</summary>
    internal async Task PlanAsync(CancellationToken cancellationToken)
    {
        using Hold hold = await HoldAsync(cancellationToken);
        DateTimeOffset now = _clock.GetUtcNow();
        foreach (Turn turn in _turns.Values.Where(turn => turn.Record.IsOn))
        {
            DateTimeOffset next = turn.Job.RunsAtStart ? now
                : turn.Record.NextAt is not { } planned ? now + turn.Job.Every
                : planned < now ? now + AfterStart : planned;
            await KeepAsync(turn, turn.Record with { NextAt = next }, cancellationToken);
        }
    }

    /// <summary>Begins what is due; each runs by itself. Returns when somebody asked for one or the next is due.</summary>
    /// <param name="stopping">Cancelled when the program stops; what runs is told too.</param>
    internal async Task BeginDueAsync(CancellationToken stopping)
    {
        DateTimeOffset? next = null;
        using (Hold hold = await HoldAsync(stopping))
        {
            DateTimeOffset now = _clock.GetUtcNow();
            foreach (Turn turn in _turns.Values.Where(turn => !turn.IsRunning))
            {
                if (turn.Record.NextAt <= now)
                    await BeginAsync(turn, now, stopping);
                else if (turn.Record.NextAt is { } later && !(next < later))
                    next = later;
            }
        }

        TimeSpan pause = next - _clock.GetUtcNow() ?? LongestPause;
        await _bell.WaitAsync(pause < TimeSpan.Zero ? TimeSpan.Zero : pause < LongestPause ? pause : LongestPause, stopping);
    }

    /// <summary>Waits for those that run, which were told to stop.</summary>
    internal Task UntilIdleAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(_turns.Values.Select(turn => turn.Running)).WaitAsync(cancellationToken);

    private static Turn Begin(IRecurringJob job) => new(
        job, new RecurringRecord(job.Name, IsOn: true, NextAt: null, BegunAt: null, Took: null, Result: null, Error: null, Failures: 0));

    /// <summary>Also where no engine runs: what is kept comes first.</summary>
    private async Task<Hold> HoldAsync(CancellationToken cancellationToken)
    {
        Hold hold = await Hold.OfAsync(_gate, cancellationToken);
        try
        {
            await LoadAsync(cancellationToken);
            return hold;
        }
        catch
        {
            hold.Dispose();
            throw;
        }
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (_isLoaded)
            return;

        foreach (RecurringRecord kept in await _ledger.ListAsync(cancellationToken))
        {
            if (_turns.TryGetValue(kept.Name, out Turn? turn))
                turn.Record = kept;
        }

        _isLoaded = true;
    }

    private async Task BeginAsync(Turn turn, DateTimeOffset now, CancellationToken stopping)
    {
        // The next turn is planned before this one begins: a run that kills the program does so once in a while, not at each start.
        await KeepAsync(
            turn,
            turn.Record with { BegunAt = now, Took = null, NextAt = turn.Record.IsOn ? now + turn.Job.Every : null },
            stopping);
        turn.IsRunning = true;
        turn.Running = Task.Run(() => TakeTurnAsync(turn, stopping), CancellationToken.None);
    }

    private async Task TakeTurnAsync(Turn turn, CancellationToken stopping)
    {
        RecurringRecord ended = await RunAsync(turn.Job, turn.Record, stopping);
        try
        {
            using Hold hold = await Hold.OfAsync(_gate, CancellationToken.None);
            DateTimeOffset now = _clock.GetUtcNow();
            bool isAskedFor = turn.IsAskedFor || (turn.Record.IsOn && ended.Took is null);
            (turn.IsRunning, turn.IsAskedFor) = (false, false);

            // Switched meanwhile: that holds.
            bool isOn = turn.Record.IsOn;
            DateTimeOffset? next = isAskedFor ? now : isOn ? now + turn.Job.Every : null;
            await KeepAsync(turn, ended with { IsOn = isOn, NextAt = next }, CancellationToken.None);
        }
        catch (Exception cause)
        {
            Log.RecordFailed(_logger, cause, turn.Job.Name);
        }
    }

    private async Task<RecurringRecord> RunAsync(IRecurringJob job, RecurringRecord begun, CancellationToken stopping)
    {
        long started = _clock.GetTimestamp();
        try
        {
            string result = await job.RunAsync(stopping);
            TimeSpan took = _clock.GetElapsedTime(started);
            Log.TurnDone(_logger, job.Name, result, took.TotalSeconds);
            return begun with { Took = took, Result = result, Error = null, Failures = 0 };
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            // Whatever it was, it came while everything is being taken down.
            return begun;
        }
        catch (Exception cause)
        {
            Log.TurnFailed(_logger, cause, job.Name);
            return begun with { Took = _clock.GetElapsedTime(started), Result = null, Error = cause.Message, Failures = begun.Failures + 1 };
        }
    }

    private async Task AskAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.IsRunning)
            turn.IsAskedFor = true;
        else
            await KeepAsync(turn, turn.Record with { NextAt = _clock.GetUtcNow() }, cancellationToken);
    }

    /// <summary>In memory first: what cannot be kept now holds as long as the program runs.</summary>
    private async Task KeepAsync(Turn turn, RecurringRecord record, CancellationToken cancellationToken)
    {
        turn.Record = record;
        _bell.Release();
        await _ledger.KeepAsync(record, cancellationToken);
    }
}
