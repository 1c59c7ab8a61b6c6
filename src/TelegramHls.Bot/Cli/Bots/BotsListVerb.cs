using System.CommandLine;
using System.Globalization;
using TelegramHls.Bot.Cli.Errands;
using TelegramHls.Bot.Cli.Reports;
using TelegramHls.Bot.Wording;
using TelegramHls.Storage.Pool.Status;

namespace TelegramHls.Bot.Cli.Bots;

/// <summary>The verb <c>bots list</c>.</summary>
internal static class BotsListVerb
{
    private static readonly string[] Head = ["BOT", "CHANNEL", "STATE", ">STORED", ">SENDS", ">FAILED", ">TOLD TO WAIT", ">SECONDS EACH", "LAST ERROR"];

    public static Command Create(VerbHost host)
    {
        Option<bool> json = VerbOptions.Json(
            "{bots: [{botId, chat, state, since, lastError, inFlight, bytesInFlight, calls, failures, bytes, throttles, waited, latency}], stoppedSince}");
        var list = new Command(
            "list",
            """
            Lists the storage bots: what each can do at present and, beside a server, what it did since that one started.

            Example: telegramhls bots list
            """)
        {
            json,
        };
        list.SetAction((parsed, cancellationToken) => new ErrandVerb(host, host.Assignments(parsed), parsed.GetValue(json)).RunAsync(
            ErrandNeeds.Rooms,
            async (place, token) =>
            {
                using var line = new NoteLine(isSilent: true);
                return await place.RunAsync<ListedBots>(BotsListErrand.ErrandName, new BotsListOrder(place.IsAlone), line, token);
            },
            Words,
            cancellationToken));
        return list;
    }

    private static IEnumerable<string> Words(ListedBots found)
    {
        IEnumerable<string> table = Columns.Of(Head, found.Bots.Select(Row), Terminal.Width);
        return found.StoppedSince is { } since
            ? table.Append($"No bot can store since {since.UtcDateTime:yyyy-MM-dd HH:mm} UTC; films wait. telegramhls bots test tells why.")
            : table;
    }

    private static string[] Row(BotStatus bot) =>
    [
        $"{bot.BotId}",
        bot.Chat,
        bot.State.ToString().ToLowerInvariant(),
        Amount.Bytes(bot.Bytes),
        $"{bot.Calls}",
        $"{bot.Failures}",
        bot.Throttles == 0 ? "-" : $"{bot.Throttles}× {Amount.Duration(bot.Waited)}",
        bot.Latency?.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) ?? "-",
        bot.LastError ?? "-",
    ];
}
