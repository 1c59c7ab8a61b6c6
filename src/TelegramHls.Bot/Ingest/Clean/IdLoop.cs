using TelegramHls.Bot.Hosting;
using TelegramHls.Storage.Replicas;

namespace TelegramHls.Bot.Ingest.Clean;

/// <summary>Gets bots of the pool ids of parts that a lost bot sent, in the background.</summary>
internal sealed class IdLoop(IdKeeper keeper, TimeProvider clock, ILogger<IdLoop> logger) : SupervisedLoop(clock, logger)
{
    protected override Task RunAsync(CancellationToken stoppingToken) => keeper.KeepAsync(stoppingToken);
}
