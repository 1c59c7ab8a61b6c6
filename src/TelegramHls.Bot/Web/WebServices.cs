namespace TelegramHls.Bot.Web;

/// <summary>What all pages share.</summary>
public static class WebServices
{
    /// <summary>Adds server-rendered pages and problem details.</summary>
    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddProblemDetails(problem => problem.CustomizeProblemDetails = context =>
        {
            // The default "instance" and trace id say nothing to a viewer, and an address would hold the key.
            context.ProblemDetails.Instance = null;
            context.ProblemDetails.Extensions.Remove("traceId");
        });
        return services;
    }

    /// <summary>Maps the assets of the pages.</summary>
    public static void MapWeb(this IEndpointRouteBuilder routes) => routes.MapWebAssets();

    /// <summary>Security headers on everything; an unhandled fault becomes a problem answer without details.</summary>
    public static void UseWeb(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseMiddleware<PageSecurity>();
    }
}
