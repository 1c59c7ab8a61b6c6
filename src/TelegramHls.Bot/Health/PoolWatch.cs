using TelegramHls.Bot.Hosting;
using TelegramHls.Storage.Pool.Originals;
using TelegramHls.Storage.Pool.Status;

namespace TelegramHls.Bot.Health;

/// <summary>Asks at the start whether each storage bot can write to its channel; without that every bot would count as well; and where originals can be kept.</summary>
internal sealed class PoolWatch(IPoolStatus pool, OriginalPlace originals, TimeProvider clock, ILogger<PoolWatch> logger)
    : SupervisedLoop(clock, logger)
{
    private static readonly TimeSpan BetweenChecks = TimeSpan.FromMinutes(5);

    private readonly TimeProvider _clock = clock;

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await pool.CheckAsync(stoppingToken);
            await originals.CheckAsync(stoppingToken);
            await Task.Delay(BetweenChecks, _clock, stoppingToken);
        }
    }
}
