namespace TelegramHls.Core.Waiting;

/// <summary>
/// A clock that runs only while we wait for bytes that somebody else has to bring (ffmpeg, a Bot API server), and begins anew with
/// whatever they bring. What makes us wait ourselves, such as storage, never counts.
/// </summary>
public sealed class StallWatch : IDisposable
{
    private readonly TimeSpan _after;
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stalled = new();
    private readonly ITimer _timer;
    private bool _isWaiting;

    /// <summary>A watch that does not run yet.</summary>
    public StallWatch(StallLimit limit, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(limit);
        ArgumentNullException.ThrowIfNull(clock);
        _after = limit.After;
        _timer = clock.CreateTimer(_ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Cancelled when they brought nothing for too long.</summary>
    public CancellationToken Stalled => _stalled.Token;

    /// <summary>True when they did.</summary>
    public bool HasStalled => _stalled.IsCancellationRequested;

    /// <summary>From now on we wait for them.</summary>
    public void Wait() => Set(isWaiting: true);

    /// <summary>We do not wait for them any more.</summary>
    public void Go() => Set(isWaiting: false);

    /// <summary>They show that they are at work, though what we wait for is not there yet. From any thread.</summary>
    public void Moved()
    {
        lock (_gate)
        {
            if (_isWaiting)
                _timer.Change(_after, Timeout.InfiniteTimeSpan);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _timer.Dispose();
        _stalled.Dispose();
    }

    private void Set(bool isWaiting)
    {
        lock (_gate)
        {
            _isWaiting = isWaiting;
            _timer.Change(isWaiting ? _after : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    private void Fire()
    {
        lock (_gate)
        {
            // What was waited for came in this moment.
            if (!_isWaiting)
                return;
        }

        try
        {
            _stalled.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The wait ended between the two.
        }
    }
}
