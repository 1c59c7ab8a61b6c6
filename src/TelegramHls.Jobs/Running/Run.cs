using TelegramHls.Core.Ids;

namespace TelegramHls.Jobs.Running;

/// <summary>The right to work on one job; while somebody has it nobody else runs, cancels or requeues that job.</summary>
internal sealed class Run(JobId job, string? turn, RunningJobs owner, CancellationToken stopping) : IDisposable
{
    private readonly CancellationTokenSource _cancel = CancellationTokenSource.CreateLinkedTokenSource(stopping);
    private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private bool _disposed;

    public JobId Job => job;

    /// <summary>Whose turn the job takes while it runs; null when nothing of it runs (it is cancelled, put back, removed).</summary>
    public string? Turn => turn;

    /// <summary>Cancelled by a person or because the program stops.</summary>
    public CancellationToken Token => _cancel.Token;

    /// <summary>Cancelled only because the program stops.</summary>
    public CancellationToken Stopping => stopping;

    public bool CancelRequested { get; private set; }

    /// <summary>Ends when the right is given back.</summary>
    public Task Left => _left.Task;

    public void Cancel()
    {
        lock (_gate)
        {
            if (_disposed)
                return;

            CancelRequested = true;
        }

        // Outside the lock: what was registered on the token runs in here.
        try
        {
            _cancel.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The job ended between the two: then there is nothing left to cancel.
        }
    }

    /// <summary>It never was the one who works on the job.</summary>
    public void Discard() => _cancel.Dispose();

    public void Dispose()
    {
        lock (_gate)
            _disposed = true;

        _cancel.Dispose();
        owner.Leave(job);
        _left.TrySetResult();
    }
}
