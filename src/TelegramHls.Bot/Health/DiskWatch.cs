using Microsoft.Extensions.Options;
using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Wording;
using TelegramHls.Jobs.Recurring;
using TelegramHls.Storage.Cache;

namespace TelegramHls.Bot.Health;

/// <summary>
/// Lets the cache shrink while the disk of the data directory is below its floor; writes into the log when it is below, and when it is
/// above again.
/// </summary>
internal sealed class DiskWatch(
    DataDirectory directory, PartCache cache, IOptions<DataOptions> options, ILogger<DiskWatch> logger) : IRecurringJob
{
    private bool _low;

    public string Name => "disk-check";

    public string Title => "Look at the disk";

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public bool RunsAtStart => true;

    public Task<string> RunAsync(CancellationToken cancellationToken)
    {
        cache.TryFree(0);
        long free = directory.FreeBytes();
        long floor = options.Value.MinFreeBytes;
        bool low = free < floor;
        if (low && !_low)
        {
            Log.DiskLow(logger, free, floor);
        }
        else if (_low && !low)
        {
            Log.DiskRecovered(logger, free);
        }

        _low = low;
        return Task.FromResult($"{Amount.Bytes(free)} free, {(low ? "below" : "above")} the floor of {Amount.Bytes(floor)}.");
    }
}
