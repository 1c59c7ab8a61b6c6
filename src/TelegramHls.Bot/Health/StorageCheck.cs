using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TelegramHls.Storage.Pool;

namespace TelegramHls.Bot.Health;

/// <summary>At least one storage bot can write to its channel; one that is out shows as degraded.</summary>
internal sealed class StorageCheck(IPoolStatus pool) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<BotStatus> bots = pool.Bots;
        BotStatus[] outs = [.. bots.Where(bot => bot.State == BotState.Out)];
        Dictionary<string, object> states = bots.ToDictionary(
            bot => bot.BotId.ToString(CultureInfo.InvariantCulture),
            bot => (object)(bot.State == BotState.Out ? $"out: {bot.LastError}" : bot.State.ToString().ToLowerInvariant()));
        if (!pool.CanStore)
        {
            string reason = bots.Count == 0
                ? "no storage bot is set (Telegram__StorageBots__0__Token and __ChatId)"
                : $"none of the {bots.Count} storage bots can write to its channel";
            return Task.FromResult(HealthCheckResult.Unhealthy(reason, data: states));
        }

        return Task.FromResult(outs.Length > 0
            ? HealthCheckResult.Degraded($"{outs.Length} of {bots.Count} storage bots are out", data: states)
            : HealthCheckResult.Healthy($"{bots.Count} storage bots", states));
    }
}
