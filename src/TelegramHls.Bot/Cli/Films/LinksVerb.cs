using System.CommandLine;
using TelegramHls.Bot.Cli.Errands;

namespace TelegramHls.Bot.Cli.Films;

/// <summary>The verb <c>links</c>.</summary>
internal static class LinksVerb
{
    public static Command Create(VerbHost host)
    {
        var id = new Argument<string>("ID") { Description = "The film, as telegramhls list shows it." };
        var revoke = new Option<bool>("--revoke") { Description = "All links that there are stop working at once." };
        var make = new Option<bool>("--new") { Description = "Makes a new one." };
        Option<bool> json = VerbOptions.Json("{id, state, revoked, links: {watch, hls, stream, download, playlist}}");
        var links = new Command(
            "links",
            """
            Prints the links under which a film plays. Whoever has one can watch it.

            Example: telegramhls links 4Fzk0aQ9Xy
            Example: telegramhls links 4Fzk0aQ9Xy --revoke --new
            """)
        {
            id, revoke, make, json,
        };
        links.SetAction((parsed, cancellationToken) => new ErrandVerb(host, host.Assignments(parsed), parsed.GetValue(json))
            .RunAsync<LinkedFilm>(
                LinksErrand.ErrandName,
                new LinksOrder(parsed.GetRequiredValue(id), parsed.GetValue(revoke), parsed.GetValue(make)),
                Words,
                cancellationToken));
        return links;
    }

    private static IEnumerable<string> Words(LinkedFilm film)
    {
        if (film.Revoked > 0)
        {
            yield return film.Revoked == 1 ? "The old link does not work any more." : $"{film.Revoked} old links do not work any more.";
        }

        foreach (string line in film.Links?.Lines() ?? [$"No link works. telegramhls links {film.Id} --new makes one."])
        {
            yield return line;
        }

        if (film is { Links: not null, State: not "ready" })
        {
            yield return $"The film is {film.State}; its links say how far it is.";
        }
    }
}
