using System.CommandLine;

namespace TelegramHls.Bot.Cli.Db;

/// <summary>The verb <c>db</c>.</summary>
internal static class DbCommand
{
    public static Command Create(VerbHost host)
    {
        var json = new Option<bool>("--json")
        {
            Description = "Writes {database, videos, jobs, stored, pictures, sounds, encodingSpeed, savedSeconds}.",
        };
        var stats = new Command(
            "stats",
            """
            Tells what is kept, which pictures were copied and which encoded, by what, how fast, and the time that copying spared.

            Only reads, so it works beside a running server.

            Example: telegramhls db stats
            Example: telegramhls db stats --json --set Data:Directory=/var/lib/telegramhls
            """)
        {
            json,
        };
        stats.SetAction((parsed, cancellationToken) => VerbHost.GuardAsync(
            () => DbStatsVerb.RunAsync(host.Assignments(parsed), parsed.GetValue(json), cancellationToken)));
        return new Command("db", "Looks into the database.\n\nExample: telegramhls db stats") { stats };
    }
}
