using System.CommandLine;
using TelegramHls.Bot.Cli.Errands;

namespace TelegramHls.Bot.Cli.Dashboard;

/// <summary>The verb <c>dashboard</c>.</summary>
internal static class DashboardVerb
{
    public static Command Create(VerbHost host)
    {
        var signOut = new Option<bool>("--sign-out") { Description = "Signs every browser out instead, and ends links that nobody used yet." };
        Option<bool> json = VerbOptions.Json("{link, expiresAt}");
        var dashboard = new Command(
            "dashboard",
            """
            Prints a link that signs a browser in to jobs, library and system. It works once, within five minutes.

            Example: telegramhls dashboard
            Example: telegramhls dashboard --sign-out
            """)
        {
            signOut, json,
        };
        dashboard.SetAction((parsed, cancellationToken) => new ErrandVerb(host, host.Assignments(parsed), parsed.GetValue(json))
            .RunAsync<DashboardLink>(
                DashboardErrand.ErrandName,
                new DashboardOrder(parsed.GetValue(signOut)),
                made => [made.Link ?? "Everybody is signed out."],
                cancellationToken));
        return dashboard;
    }
}
