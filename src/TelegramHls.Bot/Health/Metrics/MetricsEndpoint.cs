using Microsoft.AspNetCore.Mvc;

namespace TelegramHls.Bot.Health.Metrics;

/// <summary><c>/metrics</c>: numbers for Prometheus. They name bots and channels, never a film, a key or a token.</summary>
internal static class MetricsEndpoint
{
    private const string TextFormat = "text/plain; version=0.0.4; charset=utf-8";

    public static void AddMetricsBook(this IServiceCollection services)
    {
        services.AddSingleton<StorageGauges>();
        services.AddSingleton<WorkGauges>();
        services.AddSingleton<ViewerGauges>();
        services.AddSingleton<MachineGauges>();
        services.AddSingleton<MetricsBook>();
        services.AddHostedService(provider => provider.GetRequiredService<MetricsBook>());
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapMethods(
        "/metrics",
        [HttpMethods.Get, HttpMethods.Head],
        async ([FromServices] MetricsBook book, CancellationToken cancellationToken) =>
            Results.Text(await book.WriteAsync(cancellationToken), TextFormat));
}
