using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using TelegramHls.Bot.Hosting;

namespace TelegramHls.Bot.Health;

/// <summary>The disk of the data directory is above its floor.</summary>
internal sealed class DiskCheck(DataDirectory directory, IOptions<DataOptions> options) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        long free = directory.FreeBytes();
        long floor = options.Value.MinFreeBytes;
        return Task.FromResult(free >= floor
            ? HealthCheckResult.Healthy($"{free} bytes free")
            : HealthCheckResult.Unhealthy(
                $"{free} bytes free, below the floor of {floor}: free some, or lower Data__MinFreeBytes"));
    }
}
