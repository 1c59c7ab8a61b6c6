using Microsoft.Extensions.Diagnostics.HealthChecks;
using TelegramHls.Jobs;

namespace TelegramHls.Bot.Health;

/// <summary>The engine looks after its jobs. A paused queue is told and no fault: a person wanted it.</summary>
internal sealed class JobsCheck(JobQueue queue, EngineHealth engine) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (engine.Problem is { } problem)
        {
            return HealthCheckResult.Unhealthy($"jobs cannot be looked after: {problem}");
        }

        QueueLook now = await queue.LookAsync(cancellationToken);
        string standing = $"{now.Running} of {now.Parallel} places taken";
        return HealthCheckResult.Healthy(
            now.IsPaused ? $"{standing}; the queue is paused" : standing, new Dictionary<string, object> { ["paused"] = now.IsPaused });
    }
}
