using TelegramHls.Bot.Hosting;
using TelegramHls.Storage.Replicas;

namespace TelegramHls.Bot.Ingest.Clean;

/// <summary>Makes up missing replicas in the background; films do not wait for it.</summary>
internal sealed class ReplicaLoop(ReplicaKeeper keeper, TimeProvider clock, ILogger<ReplicaLoop> logger)
    : SupervisedLoop(clock, logger)
{
    private readonly TimeProvider _clock = clock;

    protected override Task RunAsync(CancellationToken stoppingToken) => keeper.Wanted > 1
        ? keeper.KeepAsync(stoppingToken)
        : Task.Delay(Timeout.InfiniteTimeSpan, _clock, stoppingToken);
}
