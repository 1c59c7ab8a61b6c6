namespace TelegramHls.Sandbox;

/// <summary>The emulator's clock: the real one plus whatever a hook moved it forward. Only dates move, timers do not.</summary>
internal sealed class SandboxClock(TimeProvider inner)
{
    private long _movedTicks;

    public TimeProvider Timers => inner;

    /// <summary>Whole seconds since 1970, as every date of the Bot API.</summary>
    public long Now => (inner.GetUtcNow() + Moved).ToUnixTimeSeconds();

    public TimeSpan Moved
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _movedTicks));
        set => Interlocked.Exchange(ref _movedTicks, value.Ticks);
    }
}
