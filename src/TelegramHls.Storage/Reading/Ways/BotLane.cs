using TelegramHls.Storage.Cache;

namespace TelegramHls.Storage.Reading.Ways;

/// <summary>
/// One bot's downloads. Those that somebody waits for run a few at once and take turns when there are more; one that is
/// made ahead runs only while there are none of those.
/// </summary>
internal sealed class BotLane(TimeProvider time)
{
    /// <summary>Downloads of one bot that run at once. More do not come faster, they only share its line.</summary>
    public const int AtOnce = 4;

    /// <summary>Blocks after which a download lets the next one have a turn: 2 MiB.</summary>
    public const int BlocksInATurn = 8;

    private readonly Lock _gate = new();
    private readonly Queue<TaskCompletionSource> _waited = new();
    private readonly Queue<TaskCompletionSource> _ahead = new();
    private int _runningWaited;
    private int _runningAhead;
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
                return _runningWaited + _runningAhead + _waited.Count + _ahead.Count;
            }
        }
    }

    private bool HasRoom => _runningWaited + _runningAhead < AtOnce;

    private bool IsIdle => _runningWaited + _runningAhead + _waited.Count == 0;

    /// <summary>Waits for a place; once <paramref name="wanted"/> completes, as one that somebody waits for.</summary>
    public async Task<ILanePlace> EnterAsync(Task wanted, CancellationToken cancellationToken)
    {
        if (!wanted.IsCompleted)
        {
            using var promoted = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            Task<ILanePlace> ahead = EnterAsync(isAhead: true, promoted.Token);
            await Task.WhenAny(ahead, wanted);
            await promoted.CancelAsync();
            try
            {
                return await ahead;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                // Somebody waits for it now.
            }
        }

        return await EnterAsync(isAhead: false, cancellationToken);
    }

    /// <summary>It must not be asked for so long.</summary>
    public void Rest(TimeSpan duration) =>
        Interlocked.Exchange(ref _restsUntilTicks, (time.GetUtcNow() + duration).UtcTicks);

    private async Task<ILanePlace> EnterAsync(bool isAhead, CancellationToken cancellationToken)
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            (isAhead ? _ahead : _waited).Enqueue(turn);
            Admit();
        }

        await using CancellationTokenRegistration leaving =
            cancellationToken.Register(() => turn.TrySetCanceled(cancellationToken));
        await turn.Task;
        return new Place(this, isAhead);
    }

    private void Admit()
    {
        while (HasRoom && _waited.TryDequeue(out TaskCompletionSource? next))
        {
            _runningWaited += next.TrySetResult() ? 1 : 0;
        }

        while (IsIdle && _ahead.TryDequeue(out TaskCompletionSource? next))
        {
            _runningAhead += next.TrySetResult() ? 1 : 0;
        }
    }

    private void Leave(bool isAhead)
    {
        lock (_gate)
        {
            _runningAhead -= isAhead ? 1 : 0;
            _runningWaited -= isAhead ? 0 : 1;
            Admit();
        }
    }

    private bool IsWantedByOthers(bool isWanted, int blocks)
    {
        lock (_gate)
        {
            return isWanted ? _waited.Count > 0 && blocks >= BlocksInATurn : _runningWaited + _waited.Count > 0;
        }
    }

    private sealed class Place(BotLane lane, bool isAhead) : ILanePlace
    {
        private BotLane? _lane = lane;

        public bool MustYield(bool isWanted, int blocks) => _lane?.IsWantedByOthers(isWanted, blocks) ?? false;

        public void Dispose() => Interlocked.Exchange(ref _lane, null)?.Leave(isAhead);
    }
}
