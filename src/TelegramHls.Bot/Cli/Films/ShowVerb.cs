using System.CommandLine;
using TelegramHls.Bot.Cli.Errands;
using TelegramHls.Bot.Cli.Reports;
using TelegramHls.Bot.Wording;

namespace TelegramHls.Bot.Cli.Films;

/// <summary>The verb <c>show</c>.</summary>
internal static class ShowVerb
{
    public static Command Create(VerbHost host)
    {
        var id = new Argument<string>("ID") { Description = "The film, as telegramhls list shows it." };
        Option<bool> json = VerbOptions.Json(
            "{film: {as list gives it}, fileName, sha256, method, notes: [text], tracks: [{id, name, detail}], "
            + "links: {watch, hls, stream, download, playlist}, jobs: [{id, state, step, error, queuedAt, finishedAt}]}");
        var show = new Command(
            "show",
            """
            Tells all about one film: how it was made, its tracks, its links, its jobs.

            Example: telegramhls show 4Fzk0aQ9Xy
            """)
        {
            id, json,
        };
        show.SetAction((parsed, cancellationToken) => new ErrandVerb(host, host.Assignments(parsed), parsed.GetValue(json))
            .RunAsync<ShownFilm>(ShowErrand.ErrandName, new ShowOrder(parsed.GetRequiredValue(id)), Words, cancellationToken));
        return show;
    }

    private static IEnumerable<string> Words(ShownFilm shown) =>
        Facts(shown).Where(fact => fact.Value is not null).Select(fact => $"{$"{fact.Name}:",-10}{Columns.Plain(fact.Value!)}")
            .Concat(shown.Links?.Lines() ?? []);

    private static IEnumerable<(string Name, string? Value)> Facts(ShownFilm shown)
    {
        ListedFilm film = shown.Film;
        yield return ("title", film.Title);
        yield return ("id", film.Id);
        yield return ("state", film.Activity is null ? film.Standing : $"{film.Standing}: {film.Activity}");
        yield return ("problem", film.Problem);
        yield return ("file", $"{shown.FileName}, {Amount.Bytes(film.Bytes)}");
        yield return ("sha256", shown.Sha256);
        yield return ("length", film.Seconds is { } seconds ? Amount.Clock(TimeSpan.FromSeconds(seconds)) : null);
        yield return ("owner", $"{film.Owner}");
        yield return ("added", $"{film.AddedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");
        yield return ("ready", film.ReadyAt is { } ready ? $"{ready.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC" : null);
        yield return ("made", shown.Method);
        foreach (string note in shown.Notes)
        {
            yield return ("note", note);
        }

        foreach (ShownTrack track in shown.Tracks)
        {
            yield return (track.Id, $"{track.Name}, {track.Detail}");
        }

        foreach (ShownJob job in shown.Jobs)
        {
            string step = job.Step is null ? string.Empty : $" at {job.Step}";
            yield return ("job", $"{job.Id} {job.State}{step}{(job.Error is null ? string.Empty : $": {job.Error}")}");
        }
    }
}
