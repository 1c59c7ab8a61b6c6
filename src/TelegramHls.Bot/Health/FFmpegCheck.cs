using Microsoft.Extensions.Diagnostics.HealthChecks;
using TelegramHls.Media.Processes;

namespace TelegramHls.Bot.Health;

/// <summary>ffmpeg and ffprobe are found and run.</summary>
internal sealed class FFmpegCheck(IFFmpegLocator locator) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        FFmpegTools tools = await locator.FindAsync(cancellationToken);
        return tools.Match(
            found => HealthCheckResult.Healthy($"ffmpeg {found.Version}"),
            missing => HealthCheckResult.Unhealthy(missing.Reason));
    }
}
