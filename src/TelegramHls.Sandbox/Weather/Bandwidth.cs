namespace TelegramHls.Sandbox.Weather;

/// <summary>A line of so many bytes a second, shared by all transfers on it.</summary>
internal sealed class Bandwidth(long bytesPerSecond, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private DateTimeOffset _free = DateTimeOffset.MinValue;

    public async ValueTask TakeAsync(int bytes, CancellationToken ct)
    {
        TimeSpan wait;
        lock (_gate)
        {
            DateTimeOffset now = clock.GetUtcNow();
            _free = (_free > now ? _free : now) + TimeSpan.FromSeconds((double)bytes / bytesPerSecond);
            wait = _free - now;
        }

        await Task.Delay(wait, clock, ct);
    }
}
