using System.CommandLine;

namespace TelegramHls.Bot.Cli.Bots;

/// <summary>The verb <c>bots</c>.</summary>
internal static class BotsCommand
{
    public static Command Create(VerbHost host)
    {
        var json = new Option<bool>("--json") { Description = "Writes {ok, findings: [{level, subject, text, remedy, variable}], measured: {roundTrips, pool}}." };
        var test = new Command(
            "test",
            """
            Asks Telegram whether each bot's token works and what the bot may do in its channel, sends 1 MB there, reads it back,
            deletes it, and says how fast the pool can be. Exit code 1 when something fails.

            Example: telegramhls bots test
            """)
        {
            json,
        };
        test.SetAction((parsed, cancellationToken) => VerbHost.GuardAsync(
            () => BotsTestVerb.RunAsync(host, host.Assignments(parsed), parsed.GetValue(json), cancellationToken)));
        return new Command("bots", "Looks after the bots.\n\nExample: telegramhls bots test") { test };
    }
}
