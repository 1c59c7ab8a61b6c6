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
        return new Command("bots", "Looks after the bots.\n\nExample: telegramhls bots test") { BotsListVerb.Create(host), test, Retire(host) };
    }

    private static Command Retire(VerbHost host)
    {
        var bot = new Argument<string>("BOT") { Description = "Its number (the token's first part) or @name." };
        var channel = new Option<bool>("--channel") { Description = "Also gives its channel up: each part gets a copy in another one." };
        var undo = new Option<bool>("--undo") { Description = "Lets the bot get parts again." };
        var json = new Option<bool>("--json")
        {
            Description = "Writes {ok, findings: [{level, subject, text, remedy}], measured: {parts, withoutId, inChannel, stillInChannel}}.",
        };
        var retire = new Command(
            "retire",
            """
            Makes a storage bot dispensable: it gets no new parts, and other bots get ids of those that it sent. Exit code 1 when
            some cannot be had. The server must be stopped. Run again, it goes on where it stopped.

            Example: telegramhls bots retire @my_storage1_bot
            """)
        {
            bot, channel, undo, json,
        };
        retire.SetAction((parsed, cancellationToken) => VerbHost.GuardAsync(() => RetireVerb.RunAsync(
            host,
            host.Assignments(parsed),
            new RetireOrder(parsed.GetRequiredValue(bot), parsed.GetValue(channel), parsed.GetValue(undo)),
            parsed.GetValue(json),
            cancellationToken)));
        return retire;
    }
}
