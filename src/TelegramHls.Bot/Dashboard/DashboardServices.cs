using TelegramHls.Bot.Access.SignIn;
using TelegramHls.Bot.Dashboard.Acting;
using TelegramHls.Bot.Dashboard.Jobs;
using TelegramHls.Bot.Dashboard.Lists;
using TelegramHls.Bot.Dashboard.Live;
using TelegramHls.Bot.Dashboard.Machine;
using TelegramHls.Bot.Dashboard.Overview;
using TelegramHls.Bot.Web;

namespace TelegramHls.Bot.Dashboard;

/// <summary>The operator's pages about jobs.</summary>
public static class DashboardServices
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Adds the pages and their entries in the navigation.</summary>
    public static IServiceCollection AddDashboard(this IServiceCollection services)
    {
        services.AddSingleton<Operators>();
        services.AddSingleton<SaidCookie>();
        services.AddSingleton<HealthGlance>();
        services.AddSingleton<JobLines>();
        services.AddSingleton<JobActs>();
        services.AddSingleton<BulkActs>();
        services.AddHostedService(provider => provider.GetRequiredService<BulkActs>());
        services.AddSingleton<OverviewEndpoint>();
        services.AddSingleton<ListEndpoint>();
        services.AddSingleton<JobEndpoint>();
        services.AddSingleton<ActEndpoints>();
        services.AddSingleton<EventsEndpoint>();
        services.AddSingleton<AuditEndpoint>();
        services.AddSingleton(new NavEntry(10, OperatorPages.Start, "Overview", "squares-2x2"));
        services.AddSingleton(new NavEntry(20, ListAddress.Path, "Jobs", "queue-list"));
        services.AddMachinePages();
        services.AddSingleton(new NavEntry(90, AuditEndpoint.Path, "Audit", "clipboard-document-list"));
        return services;
    }

    /// <summary>Maps the pages, for the signed-in owner alone.</summary>
    public static void MapDashboard(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder jobs = routes.MapGroup(string.Empty).RequireAuthorization(SignInServices.OperatorPolicy).AddEndpointFilter<RouteGroupBuilder, PageFaults>();
        jobs.MapMethods(OperatorPages.Start, Reading, (OverviewEndpoint page, HttpContext context, CancellationToken cancel) => page.ShowAsync(context, cancel));
        jobs.MapMethods(ListAddress.Path, Reading, (ListEndpoint page, HttpContext context, CancellationToken cancel) => page.ShowAsync(context, cancel));
        jobs.MapMethods(AuditEndpoint.Path, Reading, (AuditEndpoint page, HttpContext context, CancellationToken cancel) => page.ShowAsync(context, cancel));
        jobs.MapMethods("/jobs/{id}", Reading, (string id, JobEndpoint page, HttpContext context, CancellationToken cancel) => page.ShowAsync(id, context, cancel));
        routes.MapMachinePages();
        jobs.MapGet(EventsEndpoint.Path, (EventsEndpoint events, HttpContext context) => events.Listen(context));
        jobs.MapPost(ActEndpoints.Path, (ActEndpoints acts, HttpContext context, CancellationToken cancel) => acts.ActAsync(context, cancel)).RequireFormToken();
        jobs.MapPost(ActEndpoints.PausePath, (ActEndpoints acts, HttpContext context, CancellationToken cancel) => acts.PauseAsync(context, cancel)).RequireFormToken();
        jobs.MapPost(ActEndpoints.ResumePath, (ActEndpoints acts, HttpContext context, CancellationToken cancel) => acts.ResumeAsync(context, cancel)).RequireFormToken();
    }
}
