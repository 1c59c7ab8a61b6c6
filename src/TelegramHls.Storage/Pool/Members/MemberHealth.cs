using TelegramHls.Core.Outcomes;

namespace TelegramHls.Storage.Pool.Members;

/// <summary>What keeps a member from sending, and its counters. Not safe for several threads: the pool's lock guards it.</summary>
internal sealed class MemberHealth(DateTimeOffset now)
{
    private BotState _state = BotState.Ready;
    private DateTimeOffset _since = now;
    private DateTimeOffset _throttledUntil;
    private DateTimeOffset _restingUntil;

    /// <summary>True when it must not be given anything to send.</summary>
    public bool IsOut => OutBy is not null;

    /// <summary>Why it is out. Without rights in its chat a bot can still read; without a token it can do nothing.</summary>
    public RejectionFault? OutBy { get; private set; }

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

    public bool IsThrottled(DateTimeOffset now) => _throttledUntil > now;

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
    public bool GoOut(StoreOutcome.Rejected rejected)
    {
        bool wasIn = !IsOut;
        LastError = rejected.Reason;
        OutBy = rejected.Fault;
        TimesOut += wasIn ? 1 : 0;
        return wasIn;
    }

    public void ComeBack() => OutBy = null;

    public (BotState State, DateTimeOffset Since) At(DateTimeOffset now)
    {
        BotState state = IsOut ? BotState.Out
            : IsResting(now) ? BotState.Resting
            : IsThrottled(now) ? BotState.Throttled
            : BotState.Ready;
        if (state != _state)
        {
            _state = state;
            _since = now;
        }

        return (_state, _since);
    }
}
