using Microsoft.Extensions.Options;
using TelegramHls.Bot.Hosting;
using TelegramHls.Storage.Cache;

namespace TelegramHls.Bot.Health;

/// <summary>
/// Lets the cache shrink while the disk of the data directory is below its floor; writes into the log when that below, and when it is
/// above again.
/// </summary>
internal sealed class DiskWatch(
    DataDirectory directory, PartCache cache, IOptions<DataOptions> options, TimeProvider clock, ILogger<DiskWatch> logger)
    : SupervisedLoop(clock, logger)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(30);

    private readonly TimeProvider _clock = clock;
    private readonly ILogger _logger = logger;
    private bool _low;

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            Look();
            await Task.Delay(BetweenLooks, _clock, stoppingToken);
        }
    }

    private void Look()
    {
        cache.TryFree(0);
        long free = directory.FreeBytes();
        bool low = free < options.Value.MinFreeBytes;
        if (low && !_low)
        {
            Log.DiskLow(_logger, free, options.Value.MinFreeBytes);
        }
        else if (_low && !low)
        {
            Log.DiskRecovered(_logger, free);
        }

        _low = low;
    }
}
