using System.CommandLine;
using TelegramHls.Bot.Cli.Errands;
using TelegramHls.Bot.Cli.Reports;

namespace TelegramHls.Bot.Cli.Films;

/// <summary>The verb <c>delete</c>.</summary>
internal static class DeleteVerb
{
    public static Command Create(VerbHost host)
    {
        Argument<string[]> ids = VerbOptions.Ids("The films, as telegramhls list shows them.");
        Option<bool> yes = VerbOptions.Yes();
        Option<bool> json = VerbOptions.Json("{ok, films: [{id, title, deleted, text}]}; needs --yes");
        var delete = new Command(
            "delete",
            """
            Deletes films: their links at once, then their bytes in the channels. Asks first on a terminal; elsewhere --yes is needed.

            Example: telegramhls delete 4Fzk0aQ9Xy
            Example: telegramhls delete --yes 4Fzk0aQ9Xy 7bQm2LwT0e
            """)
        {
            ids, yes, json,
        };
        delete.SetAction((parsed, cancellationToken) => RunAsync(
            host, host.Assignments(parsed), parsed.GetRequiredValue(ids), parsed.GetValue(yes), parsed.GetValue(json), cancellationToken));
        return delete;
    }

    private static Task<int> RunAsync(
        VerbHost host, string[] assignments, string[] ids, bool yes, bool json, CancellationToken cancellationToken) =>
        new ErrandVerb(host, assignments, json).RunAsync(
            ErrandNeeds.Rooms,
            async (place, token) =>
            {
                using var line = new NoteLine(isSilent: json);
                if (!yes)
                {
                    DeletedFilms found = await place.RunAsync<DeletedFilms>(DeleteErrand.ErrandName, new DeleteOrder(ids, Look: true), line, token);
                    Question.Ask(
                        [.. found.Films.Select(film => $"{film.Id}  {film.Title ?? "there is no such film"}")],
                        found.Films.Count(film => film.Title is not null) == 1 ? "Delete it?" : "Delete them?");
                }

                return await place.RunAsync<DeletedFilms>(DeleteErrand.ErrandName, new DeleteOrder(ids, Look: false), line, token);
            },
            (DeletedFilms done) => done.Films.Select(film => Columns.Plain($"{film.Id}  {film.Title ?? "-"}: {film.Text}")),
            cancellationToken);
}
