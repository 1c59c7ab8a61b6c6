using Microsoft.Extensions.Diagnostics.HealthChecks;
using TelegramHls.Storage.Pool.Originals;

namespace TelegramHls.Bot.Health;

/// <summary>What people send can be kept as it was sent; where not, films are taken in all the same.</summary>
internal sealed class OriginalCheck(OriginalPlace place) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(place.Trouble is { } trouble
            ? HealthCheckResult.Degraded(
                $"{trouble}: make it an administrator of one, or set Storage__KeepOriginal=false")
            : HealthCheckResult.Healthy());
}
