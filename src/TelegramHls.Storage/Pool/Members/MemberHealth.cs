namespace TelegramHls.Storage.Pool.Members;

/// <summary>What keeps a member from sending, and its counters. Not safe for several threads: the pool's lock guards it.</summary>
internal sealed class MemberHealth(DateTimeOffset now)
{
    private BotState _state = BotState.Ready;
    private DateTimeOffset _since = now;
    private DateTimeOffset _throttledUntil;
    private DateTimeOffset _restingUntil;

    public bool IsOut { get; private set; }

    /// <summary>How often in a row it went out without having stored anything between.</summary>
    public int TimesOut { get; private set; }

    public string? LastError { get; set; }

    public int InFlight { get; set; }

    public long BytesInFlight { get; set; }

    public long Calls { get; set; }

    public long Bytes { get; private set; }

    public long Throttles { get; private set; }

    public DateTimeOffset FreeAt => _throttledUntil > _restingUntil ? _throttledUntil : _restingUntil;

    public bool IsResting(DateTimeOffset now) => _restingUntil > now;

    public void Stored(int bytes)
    {
        Bytes += bytes;
        TimesOut = 0;
    }

    public void Throttle(DateTimeOffset until)
    {
        Throttles++;
        _throttledUntil = until;
    }

    public void Rest(DateTimeOffset until) => _restingUntil = until;

    /// <summary>Takes the member out; false when it already was.</summary>
    public bool GoOut(string reason)
    {
        LastError = reason;
        if (IsOut)
        {
            return false;
        }

        TimesOut++;
        return IsOut = true;
    }

    public void ComeBack() => IsOut = false;

    public (BotState State, DateTimeOffset Since) At(DateTimeOffset now)
    {
        BotState state = IsOut ? BotState.Out
            : IsResting(now) ? BotState.Resting
            : _throttledUntil > now ? BotState.Throttled
            : BotState.Ready;
        if (state != _state)
        {
            _state = state;
            _since = now;
        }

        return (_state, _since);
    }
}
