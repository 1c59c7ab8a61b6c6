using System.CommandLine;
using TelegramHls.Bot.Cli.Errands;
using TelegramHls.Bot.Cli.Reports;

namespace TelegramHls.Bot.Cli.Films.Adding;

/// <summary>The verb <c>add</c>.</summary>
internal static class AddVerb
{
    public static Command Create(VerbHost host)
    {
        var files = new Argument<string[]>("FILE") { Description = "Films on this machine.", Arity = ArgumentArity.OneOrMore };
        var wait = new Option<bool>("--wait")
        {
            Description = "Ends when the films are ready, and shows how far they are. --wait false ends once they are queued.",
            DefaultValueFactory = _ => true,
        };
        Option<bool> json = VerbOptions.Json(
            "{ok, films: [{file, id, title, state, duplicate, problem, remedy, links: {watch, hls, stream, download, playlist}}]}");
        var add = new Command(
            "add",
            """
            Adds films that lie on this machine, of any size up to Media:MaxSourceBytes. They belong to the bot's owner.

            A file is read where it lies: it is neither copied nor deleted, and has to stay there until the film is ready. The user
            that the server runs as must be able to read it. Without a server the film is made by this command itself.

            Example: telegramhls add "My film.mkv"
            Example: telegramhls add --wait false /films/*.mkv
            Example: telegramhls add --json -- -odd-name.mp4
            """)
        {
            files, wait, json,
        };
        add.SetAction((parsed, cancellationToken) => RunAsync(
            host,
            host.Assignments(parsed),
            [.. parsed.GetRequiredValue(files).Select(PathArguments.Absolute)],
            parsed.GetValue(wait),
            parsed.GetValue(json),
            cancellationToken));
        return add;
    }

    private static Task<int> RunAsync(
        VerbHost host, string[] assignments, IReadOnlyList<byte[]> paths, bool wait, bool json, CancellationToken cancellationToken) =>
        new ErrandVerb(host, assignments, json).RunAsync(
            ErrandNeeds.Engine,
            async (place, token) =>
            {
                // Alone, the work ends with this command: it is waited for in any case.
                var order = new AddOrder(paths, wait || place.IsAlone, place.IsAlone);
                using var line = new NoteLine(isSilent: json);
                return await place.RunAsync<AddedFilms>(AddErrand.ErrandName, order, line, token);
            },
            (AddedFilms added) => added.Films.SelectMany(film => Words(film, isOne: added.Films.Count == 1)),
            cancellationToken);

    private static IEnumerable<string> Words(AddedFilm film, bool isOne)
    {
        if (film.Problem is { } problem)
        {
            Console.Error.WriteLine(Columns.Plain($"error: {film.File} was not added"));
            Console.Error.WriteLine(Columns.Plain($"cause: {problem}"));
            Console.Error.WriteLine($"try: {film.Remedy}");
            yield break;
        }

        string what = film.Duplicate ? "is here already" : film.State == "ready" ? "is ready" : $"is {film.State}";
        yield return Columns.Plain($"{film.Title} {what}: {film.Id}");
        foreach (string line in film.Links?.Lines() ?? [$"telegramhls show {film.Id} tells how far it is."])
        {
            yield return line;
        }

        if (!isOne)
        {
            yield return string.Empty;
        }
    }
}
