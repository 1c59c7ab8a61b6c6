namespace TelegramHls.Storage.Tests.Kit;

/// <summary>A clock on which everything that is waited for comes sooner, by a factor; dates can be moved on besides.</summary>
internal sealed class SwiftClock(int factor = 10) : TimeProvider
{
    private readonly DateTimeOffset _start = System.GetUtcNow();
    private readonly long _began = System.GetTimestamp();
    private long _moved;

    public override long TimestampFrequency => System.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() =>
        _start + (System.GetElapsedTime(_began) * factor) + TimeSpan.FromTicks(Interlocked.Read(ref _moved));

    public override long GetTimestamp() => _began + ((System.GetTimestamp() - _began) * factor);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Shorten(dueTime), Shorten(period));

    public void Move(TimeSpan by) => Interlocked.Add(ref _moved, by.Ticks);

    private TimeSpan Shorten(TimeSpan time) => time > TimeSpan.Zero ? time / factor : time;
}
