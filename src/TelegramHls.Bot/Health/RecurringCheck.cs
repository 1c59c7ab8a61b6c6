using Microsoft.Extensions.Diagnostics.HealthChecks;
using TelegramHls.Jobs.Recurring;

namespace TelegramHls.Bot.Health;

/// <summary>No recurring job failed when it last ran; films are taken in and served all the same.</summary>
internal sealed class RecurringCheck(RecurringJobs recurring) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        RecurringStanding[] failing = [.. (await recurring.ListAsync(cancellationToken)).Where(one => one.Record.Error is not null)];
        return failing.Length == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded(string.Join("; ", failing.Select(one => $"{one.Record.Name}: {one.Record.Error}")));
    }
}
