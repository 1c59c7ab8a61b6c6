namespace TelegramHls.Storage.Tests.Kit;

/// <summary>The real clock, whose dates a test moves on. Delays stay real.</summary>
internal sealed class MovableClock : TimeProvider
{
    private long _moved;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _moved));

    public void Move(TimeSpan by) => Interlocked.Add(ref _moved, by.Ticks);
}
