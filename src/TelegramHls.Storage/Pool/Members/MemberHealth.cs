using TelegramHls.Core.Outcomes;
using TelegramHls.Storage.Pool.Status;

namespace TelegramHls.Storage.Pool.Members;

/// <summary>What keeps a member from sending, and its counters. Not safe for several threads: the pool's lock guards it.</summary>
internal sealed class MemberHealth(DateTimeOffset now)
{
    // Of five sends the latest weighs as much as the four before it together with all older ones.
    private const double WeightOfTheLatest = 0.2;

    private DateTimeOffset _wellSince = now;
    private DateTimeOffset _outSince;
    private DateTimeOffset _throttledSince;
    private DateTimeOffset _throttledUntil;
    private DateTimeOffset _restingSince;
    private DateTimeOffset _restingUntil;

    /// <summary>True when it must not be given anything to send.</summary>
    public bool IsOut => OutBy is not null;

    /// <summary>Why it is out. Without rights in its chat a bot can still read; without a token it can do nothing.</summary>
    public RejectionFault? OutBy { get; private set; }

    /// <summary>How often in a row it went out without having stored anything between.</summary>
    public int TimesOut { get; private set; }

    /// <summary>Since when it is out.</summary>
    public DateTimeOffset OutSince => _outSince;

    public string? LastError { get; private set; }

    public int InFlight { get; set; }

    public long BytesInFlight { get; set; }

    public long Calls { get; set; }

    public long Failures { get; private set; }

    public long Bytes { get; private set; }

    public long Throttles { get; private set; }

    public TimeSpan Waited { get; private set; }

    public TimeSpan? Latency { get; private set; }

    public DateTimeOffset FreeAt => _throttledUntil > _restingUntil ? _throttledUntil : _restingUntil;

    public bool IsResting(DateTimeOffset now) => _restingUntil > now;

    public bool IsThrottled(DateTimeOffset now) => _throttledUntil > now;

    public void Stored(int bytes, TimeSpan took)
    {
        Bytes += bytes;
        TimesOut = 0;
        Latency = Latency is { } known ? known + ((took - known) * WeightOfTheLatest) : took;
    }

    public void Failed(string reason)
    {
        Failures++;
        LastError = reason;
    }

    public void Throttle(DateTimeOffset now, DateTimeOffset until)
    {
        Throttles++;
        _throttledSince = IsThrottled(now) ? _throttledSince : now;
        DateTimeOffset from = IsThrottled(now) ? _throttledUntil : now;
        if (until > from)
        {
            Waited += until - from;
            _throttledUntil = until;
        }
    }

    public void Rest(DateTimeOffset now, DateTimeOffset until)
    {
        _restingSince = IsResting(now) ? _restingSince : now;
        _restingUntil = until;
    }

    /// <summary>Takes the member out; false when it already was.</summary>
    public bool GoOut(DateTimeOffset now, StoreOutcome.Rejected rejected)
    {
        bool wasIn = !IsOut;
        LastError = rejected.Reason;
        OutBy = rejected.Fault;
        TimesOut += wasIn ? 1 : 0;
        _outSince = wasIn ? now : _outSince;
        return wasIn;
    }

    public void ComeBack(DateTimeOffset now)
    {
        OutBy = null;
        _wellSince = now;
    }

    public (BotState State, DateTimeOffset Since) At(DateTimeOffset now) => (IsOut, IsResting(now), IsThrottled(now)) switch
    {
        (true, _, _) => (BotState.Out, _outSince),
        (_, true, _) => (BotState.Resting, _restingSince),
        (_, _, true) => (BotState.Throttled, _throttledSince),
        _ => (BotState.Ready, FreeAt > _wellSince ? FreeAt : _wellSince),
    };
}
