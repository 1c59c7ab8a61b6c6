using TelegramHls.Bot.Access.SignIn;
using TelegramHls.Bot.Web;

namespace TelegramHls.Bot.Dashboard.Machine;

/// <summary>What the program does by itself, how it stands, and who watches.</summary>
internal static class MachinePages
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Adds the pages and their entries in the navigation.</summary>
    public static void AddMachinePages(this IServiceCollection services)
    {
        services.AddSingleton<RecurringEndpoint>();
        services.AddSingleton<ServersEndpoint>();
        services.AddSingleton<ViewersEndpoint>();
        services.AddSingleton(new NavEntry(40, ViewersEndpoint.Path, "Viewers", "eye"));
        services.AddSingleton(new NavEntry(50, RecurringEndpoint.Path, "Recurring", "arrow-path"));
        services.AddSingleton(new NavEntry(60, ServersEndpoint.Path, "Servers", "server-stack"));
    }

    /// <summary>Maps the pages, for the signed-in owner alone.</summary>
    public static void MapMachinePages(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder pages = routes.MapGroup(string.Empty).RequireAuthorization(SignInServices.OperatorPolicy);
        pages.MapMethods(RecurringEndpoint.Path, Reading, (RecurringEndpoint page, HttpContext context, CancellationToken cancel) => page.ShowAsync(context, cancel));
        pages.MapMethods(ServersEndpoint.Path, Reading, (ServersEndpoint page, CancellationToken cancel) => page.ShowAsync(cancel));
        pages.MapMethods(ViewersEndpoint.Path, Reading, (ViewersEndpoint page) => page.Show());
        pages.MapPost(RecurringEndpoint.ActPath, (RecurringEndpoint page, HttpContext context, CancellationToken cancel) => page.ActAsync(context, cancel)).RequireFormToken();
    }
}
