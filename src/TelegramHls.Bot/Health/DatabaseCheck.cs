using Microsoft.Extensions.Diagnostics.HealthChecks;
using TelegramHls.Catalog.Queries;

namespace TelegramHls.Bot.Health;

/// <summary>The catalogue answers; its migrations are done before the server listens.</summary>
internal sealed class DatabaseCheck(TotalsQueries totals) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await totals.CountAsync(replicas: 1, cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
