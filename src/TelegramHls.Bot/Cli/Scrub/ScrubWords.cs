using TelegramHls.Bot.Cli.Reports;
using TelegramHls.Bot.Wording;
using TelegramHls.Catalog.Queries;
using TelegramHls.Core.Ids;
using TelegramHls.Storage.Scrub;

namespace TelegramHls.Bot.Cli.Scrub;

/// <summary>What a scrub found, in words, with what to do about it: first the whole, then each film that is not.</summary>
internal sealed class ScrubWords(VideoQueries videos)
{
    private const int MostFilms = 50;

    public async Task<IReadOnlyList<Finding>> OfAsync(ScrubReport report, ScrubOrder order, CancellationToken cancellationToken)
    {
        List<Finding> findings = [Parts(report), .. Messages(report, order), .. Strays(report, order)];
        IGrouping<VideoId, BrokenPart>[] films = [.. report.Broken.GroupBy(part => part.Video)];
        foreach (IGrouping<VideoId, BrokenPart> film in films.Take(MostFilms))
        {
            string title = (await videos.FindAsync(film.Key, cancellationToken))?.Title ?? $"video {film.Key}";
            findings.Add(Film(title, [.. film], report.Wanted, order));
        }

        return films.Length <= MostFilms
            ? findings
            : [.. findings, Finding.Error("films", $"{films.Length - MostFilms} more are not whole", "see what --json measured")];
    }

    private static Finding Parts(ScrubReport report) => Finding.Ok(
        "parts",
        report.AllParts == 0 ? "nothing is stored yet" : $"{report.Parts} of {report.AllParts} looked at");

    private static IEnumerable<Finding> Messages(ScrubReport report, ScrubOrder order)
    {
        if (report.Parts == 0)
        {
            yield break;
        }

        ScrubCounts counts = ScrubCounts.Of(report);
        (int Number, string Text)[] kinds =
        [
            (counts.Good, "good"), (counts.Missing, "missing"), (counts.Wrong, "with something else in them"),
            (counts.OutOfSight, "in channels that no bot can see"), (counts.NotLookedAt, "not looked at for lack of an answer"),
        ];
        string text = string.Join(", ", kinds.Where(kind => kind.Number > 0).Select(kind => $"{kind.Number} {kind.Text}"));
        bool isWell = counts.Good == kinds.Sum(kind => kind.Number) || (order.Repair && report.IsWhole);
        yield return new Finding(isWell ? FindingLevel.Ok : FindingLevel.Warning, "messages", text);
        if (order.Repair && report.Made > 0)
        {
            yield return Finding.Ok("repair", $"{Amount.Of(report.Made, "replica")} made again");
        }
    }

    private static IEnumerable<Finding> Strays(ScrubReport report, ScrubOrder order)
    {
        if (report.Orphans > 0 && !order.Repair)
        {
            yield return Finding.Warning(
                "orphans", $"{report.Orphans} messages hold parts that no film needs", "telegramhls scrub --all --repair");
        }

        if (report.Strangers > 0)
        {
            yield return Finding.Warning(
                "strangers",
                $"{report.Strangers} messages hold parts of files that are not known here; they are left alone",
                "see whether another telegramhls stores in these channels; if none does, delete them by hand");
        }

        if (report.Removed is { } removed && removed != new RemovalResult(0, 0, 0))
        {
            yield return Finding.Ok("removed", $"{removed.Deleted} messages deleted, {removed.Emptied} emptied, {removed.Left} left for later");
        }
    }

    private static Finding Film(string title, IReadOnlyList<BrokenPart> parts, int wanted, ScrubOrder order)
    {
        string reason = parts.Select(part => part.Reason).FirstOrDefault(reason => reason is not null) is { } known ? $" ({known})" : string.Empty;
        int lost = parts.Count(part => part is { Good: 0, IsUnclear: false });
        if (parts.All(part => part.IsUnclear))
        {
            return Finding.Error(title, $"{Amount.Of(parts.Count, "part")} could not be looked at", "run it again later; telegramhls bots test tells more");
        }

        if (!order.Repair)
        {
            return Finding.Error(
                title,
                lost > 0 ? $"{lost} of its parts stand nowhere any more" : $"{Amount.Of(parts.Count, "part")} not in order in {wanted} channel{(wanted == 1 ? string.Empty : "s")}",
                "telegramhls scrub --repair, with --all for every part");
        }

        return lost > 0
            ? Finding.Error(title, $"{Amount.Of(lost, "part")} lost{reason}: it cannot be played whole", "delete the film and send it again")
            : Finding.Error(
                title,
                $"{Amount.Of(parts.Count, "part")} in fewer than {wanted} channels{reason}",
                "make the bots administrators who may post in each other's channels; telegramhls config check names them");
    }
}
