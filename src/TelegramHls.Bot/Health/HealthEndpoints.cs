using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TelegramHls.Bot.Health.Metrics;
using TelegramHls.Jobs.Recurring;

namespace TelegramHls.Bot.Health;

/// <summary><c>/healthz</c>, <c>/readyz</c> and <c>/metrics</c>.</summary>
public static class HealthEndpoints
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Adds the checks that decide whether the program can take in and serve films.</summary>
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddMetricsBook();
        services.AddSingleton<IRecurringJob, PoolWatch>();
        services.AddSingleton<IRecurringJob, DiskWatch>();
        services.AddHealthChecks()
            .AddCheck<DatabaseCheck>("database")
            .AddCheck<FFmpegCheck>("ffmpeg")
            .AddCheck<DiskCheck>("disk")
            .AddCheck<ControlBotCheck>("controlBot")
            .AddCheck<StorageCheck>("storage")
            .AddCheck<OriginalCheck>("original")
            .AddCheck<JobsCheck>("jobs")
            .AddCheck<RecurringCheck>("recurring");
        return services;
    }

    /// <summary>Maps the routes. <c>/healthz</c> answers 200 while the process lives; it runs no check.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false });
        routes.MapHealthChecks("/readyz", new HealthCheckOptions { ResponseWriter = WriteAsync });
        MetricsEndpoint.Map(routes);
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new
        {
            Status = Word(report.Status),
            Checks = report.Entries.ToDictionary(
                entry => entry.Key,
                entry => new { Status = Word(entry.Value.Status), entry.Value.Description, entry.Value.Data }),
        },
        Json,
        context.RequestAborted);

    private static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "ok",
        HealthStatus.Degraded => "degraded",
        _ => "failing",
    };
}
