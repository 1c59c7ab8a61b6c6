using TelegramHls.Core.Jobs;

namespace TelegramHls.Jobs.Running;

/// <summary>Takes the next job out of the queue. The ledger is the queue; what decides is said at <see cref="IJobLedger.NextAsync"/>.</summary>
internal sealed class JobChooser(IJobLedger ledger, RunningJobs running, Lanes lanes, TimeProvider clock) : IDisposable
{
    // A trigger may fire a little before its time, and nobody rings again.
    private static readonly TimeSpan Early = TimeSpan.FromMilliseconds(50);

    // One at a time: two that look at once would see the same turns.
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>The right to work on the job whose turn it is, in its lane; null when none can begin.</summary>
    public async Task<Run?> TakeAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (await ledger.IsQueuePausedAsync(cancellationToken))
                return null;

            while (true)
            {
                var turn = new JobTurn(clock.GetUtcNow() + Early, running.InHand, running.Owners(), lanes.Full);
                if (await ledger.NextAsync(turn, cancellationToken) is not { } job)
                    return null;

                // Somebody may have taken it over meanwhile, or its lane's last place: then another look is needed.
                if (running.TryEnter(job.Id, job.Owner) is not { } run)
                    continue;

                if (lanes.TryMove(job.Id, job.Lane))
                    return run;

                run.Dispose();
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
