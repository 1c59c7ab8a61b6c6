using Microsoft.Extensions.Diagnostics.HealthChecks;
using TelegramHls.Bot.Conversation;

namespace TelegramHls.Bot.Health;

/// <summary>The control bot reads its messages.</summary>
internal sealed class ControlBotCheck(ControlBot bot) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(bot switch
        {
            { Trouble: { } trouble } => HealthCheckResult.Unhealthy($"messages cannot be read: {trouble}"),
            { Me: null } => HealthCheckResult.Unhealthy("Telegram was not reached yet"),
            _ => HealthCheckResult.Healthy($"@{bot.Me.Username}"),
        });
}
