namespace TelegramHls.Storage.Reading.Ways;

/// <summary>One bot's downloads: only so many at once, in the order in which they came, and none while it was told to wait.</summary>
internal sealed class BotLane(TimeProvider time)
{
    /// <summary>Downloads of one bot that run at once. More do not come faster, they only share its line.</summary>
    public const int AtOnce = 4;

    private readonly Lock _gate = new();
    private readonly Queue<TaskCompletionSource> _waiting = new();
    private int _running;
    private long _restsUntilTicks;

    /// <summary>Until when it must not be asked; in the past when it may.</summary>
    public DateTimeOffset RestsUntil => new(Interlocked.Read(ref _restsUntilTicks), TimeSpan.Zero);

    public bool IsResting => RestsUntil > time.GetUtcNow();

    /// <summary>Downloads that run or wait for their turn.</summary>
    public int Load
    {
        get
        {
            lock (_gate)
            {
                return _running + _waiting.Count;
            }
        }
    }

    /// <summary>Waits for a place; disposing it gives it back.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource? turn = null;
        lock (_gate)
        {
            if (_running < AtOnce)
            {
                _running++;
            }
            else
            {
                _waiting.Enqueue(turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            }
        }

        if (turn is not null)
        {
            await using CancellationTokenRegistration leaving =
                cancellationToken.Register(() => turn.TrySetCanceled(cancellationToken));
            await turn.Task;
        }

        return new Place(this);
    }

    /// <summary>It must not be asked for so long.</summary>
    public void Rest(TimeSpan duration) =>
        Interlocked.Exchange(ref _restsUntilTicks, (time.GetUtcNow() + duration).UtcTicks);

    private void Leave()
    {
        lock (_gate)
        {
            // The place goes to the next who still waits for it.
            while (_waiting.TryDequeue(out TaskCompletionSource? next))
            {
                if (next.TrySetResult())
                {
                    return;
                }
            }

            _running--;
        }
    }

    private sealed class Place(BotLane lane) : IDisposable
    {
        private BotLane? _lane = lane;

        public void Dispose() => Interlocked.Exchange(ref _lane, null)?.Leave();
    }
}
