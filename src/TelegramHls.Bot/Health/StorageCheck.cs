using Microsoft.Extensions.Diagnostics.HealthChecks;
using TelegramHls.Storage.Pool.Status;

namespace TelegramHls.Bot.Health;

/// <summary>At least one storage bot can write to its channel; one that is out shows as degraded.</summary>
internal sealed class StorageCheck(IPoolStatus pool) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        PoolSnapshot now = pool.Look();
        int outs = now.Bots.Count(bot => bot.State == BotState.Out);
        Dictionary<string, object> data = new()
        {
            ["bots"] = now.Bots.Select(Details),
            ["channels"] = now.Channels.Select(Details),
        };
        if (!now.CanStore)
        {
            string reason = now.Bots.Count == 0
                ? "no storage bot is set (Telegram__StorageBots__0__Token and __ChatId)"
                : $"none of the {now.Bots.Count} storage bots can write to its channel";
            return Task.FromResult(HealthCheckResult.Unhealthy(reason, data: data));
        }

        return Task.FromResult(outs > 0
            ? HealthCheckResult.Degraded($"{outs} of {now.Bots.Count} storage bots are out", data: data)
            : HealthCheckResult.Healthy($"{now.Bots.Count} storage bots", data));
    }

    private static object Details(BotStatus bot) => new
    {
        bot.BotId,
        bot.Chat,
        State = Word(bot.State),
        bot.Since,
        bot.LastError,
        bot.InFlight,
        bot.Calls,
        bot.Failures,
        bot.Bytes,
        bot.Throttles,
        WaitedSeconds = bot.Waited.TotalSeconds,
        LatencySeconds = bot.Latency?.TotalSeconds,
    };

    private static object Details(ChannelStatus channel) => new
    {
        channel.Chat,
        State = Word(channel.State),
        channel.Since,
        channel.LastError,
        channel.Bots,
        channel.Calls,
        channel.Bytes,
        channel.Throttles,
    };

    private static string Word(BotState state) => state.ToString().ToLowerInvariant();
}
