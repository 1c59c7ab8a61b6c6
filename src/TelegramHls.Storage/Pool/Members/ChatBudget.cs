namespace TelegramHls.Storage.Pool.Members;

/// <summary>
/// How many messages one chat takes: a token bucket that holds a minute's worth and starts full. What can wait takes from its upper
/// half only, so that there is always something left for what cannot.
/// </summary>
internal sealed class ChatBudget
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly int _perMinute;
    private double _tokens;
    private DateTimeOffset _filled;

    /// <param name="perMinute">Messages a minute; 0 = no limit.</param>
    /// <param name="time">The clock.</param>
    public ChatBudget(int perMinute, TimeProvider time)
    {
        _perMinute = perMinute;
        _time = time;
        _tokens = perMinute;
        _filled = time.GetUtcNow();
    }

    /// <summary>When a message may be sent: now or later.</summary>
    public DateTimeOffset NextAt => At(1);

    /// <summary>When one may be sent that can wait.</summary>
    public DateTimeOffset SpareAt => At(Spare);

    private double Spare => Math.Min(_perMinute, (_perMinute / 2.0) + 1);

    public bool TryTake() => TryTake(1);

    public Task TakeAsync(CancellationToken cancellationToken) => TakeAsync(1, cancellationToken);

    /// <summary>Takes a message for something that can wait.</summary>
    public Task TakeSpareAsync(CancellationToken cancellationToken) => TakeAsync(Spare, cancellationToken);

    private DateTimeOffset At(double filled)
    {
        lock (_gate)
        {
            Fill();
            return _perMinute == 0 || _tokens >= filled
                ? _filled
                : _filled + TimeSpan.FromTicks((long)Math.Ceiling((filled - _tokens) * TimeSpan.TicksPerMinute / _perMinute));
        }
    }

    private bool TryTake(double filled)
    {
        lock (_gate)
        {
            Fill();
            if (_perMinute > 0 && _tokens < filled)
            {
                return false;
            }

            _tokens -= _perMinute > 0 ? 1 : 0;
            return true;
        }
    }

    private async Task TakeAsync(double filled, CancellationToken cancellationToken)
    {
        while (!TryTake(filled))
        {
            TimeSpan wait = At(filled) - _time.GetUtcNow();
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, _time, cancellationToken);
        }
    }

    private void Fill()
    {
        DateTimeOffset now = _time.GetUtcNow();
        _tokens = Math.Min(_perMinute, _tokens + ((now - _filled) / TimeSpan.FromMinutes(1) * _perMinute));

        // Rounding must not leave the bucket a hair below a whole token at the very time that NextAt named.
        _tokens = Math.Abs(_tokens - Math.Round(_tokens)) < 1e-6 ? Math.Round(_tokens) : _tokens;
        _filled = now;
    }
}
