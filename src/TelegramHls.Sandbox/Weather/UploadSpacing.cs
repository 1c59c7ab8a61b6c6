namespace TelegramHls.Sandbox.Weather;

/// <summary>
/// The server's spacing of uploads whose file bytes are exactly equal: 0.2 to 0.9 s each by size, one second of burst
/// credit, and a refusal once the backlog is over five seconds.
/// </summary>
internal sealed class UploadSpacing(TimeProvider clock)
{
    /// <summary>Seconds of the refusal.</summary>
    public const int RetryAfter = 60;

    private const long Unspaced = 100_000;
    private static readonly TimeSpan Credit = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Backlog = TimeSpan.FromSeconds(5);
    private readonly Lock _gate = new();
    private readonly Dictionary<(long Bot, long Bytes), DateTimeOffset> _free = [];

    /// <summary>How long this upload waits; null when it is refused.</summary>
    public TimeSpan? Take(long bot, long bytes)
    {
        if (bytes <= Unspaced)
        {
            return TimeSpan.Zero;
        }

        lock (_gate)
        {
            DateTimeOffset now = clock.GetUtcNow();
            DateTimeOffset free = _free.GetValueOrDefault((bot, bytes), now - Credit);
            free = free < now - Credit ? now - Credit : free;
            if (free - now > Backlog)
            {
                return null;
            }

            _free[(bot, bytes)] = free + TimeSpan.FromSeconds(Math.Clamp(bytes * 1e-7, 0.2, 0.9));
            return free > now ? free - now : TimeSpan.Zero;
        }
    }
}
