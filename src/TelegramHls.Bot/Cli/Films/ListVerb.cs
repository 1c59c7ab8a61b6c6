using System.CommandLine;
using TelegramHls.Bot.Cli.Errands;
using TelegramHls.Bot.Cli.Reports;
using TelegramHls.Bot.Wording;

namespace TelegramHls.Bot.Cli.Films;

/// <summary>The verb <c>list</c>.</summary>
internal static class ListVerb
{
    private static readonly string[] Head = ["ID", "STATE", ">LENGTH", ">SIZE", "ADDED (UTC)", "TITLE"];

    public static Command Create(VerbHost host)
    {
        Option<int> limit = VerbOptions.Limit("films", 50);
        Option<int> skip = VerbOptions.Skip("films");
        Option<bool> json = VerbOptions.Json(
            "{films: [{id, title, state, owner, bytes, seconds, width, height, addedAt, readyAt, activity, percent, problem}], total}");
        var list = new Command(
            "list",
            """
            Lists films, newest first: everybody's.

            Example: telegramhls list
            Example: telegramhls list --limit 1000 --json
            """)
        {
            limit, skip, json,
        };
        list.SetAction((parsed, cancellationToken) => new ErrandVerb(host, host.Assignments(parsed), parsed.GetValue(json))
            .RunAsync<ListedFilms>(
                ListErrand.ErrandName, new ListOrder(parsed.GetValue(skip), parsed.GetValue(limit)), Words, cancellationToken));
        return list;
    }

    private static IEnumerable<string> Words(ListedFilms found)
    {
        if (found.Films.Count == 0)
        {
            return [found.Total == 0 ? "No films yet. Send one to the bot, or: telegramhls add FILE" : "No more films."];
        }

        IEnumerable<string> table = Columns.Of(Head, found.Films.Select(Row), Terminal.Width);
        return found.Films.Count == found.Total ? table : table.Append($"{found.Films.Count} of {found.Total}; --limit and --skip show others.");
    }

    private static string[] Row(ListedFilm film) =>
    [
        film.Id,
        film.Standing,
        film.Seconds is { } seconds ? Amount.Clock(TimeSpan.FromSeconds(seconds)) : "-",
        Amount.Bytes(film.Bytes),
        film.AddedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm"),
        film.Title,
    ];
}
