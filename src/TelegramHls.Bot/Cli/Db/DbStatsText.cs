using TelegramHls.Bot.Wording;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Statistics;

namespace TelegramHls.Bot.Cli.Db;

/// <summary>The figures as lines for people.</summary>
internal static class DbStatsText
{
    private static readonly string[] Head = ["Pictures", "films", "play", "stored", "took", "speed", "a second", "ffmpeg alone"];

    public static string Of(DbFigures figures) => string.Join(Environment.NewLine, Lines(figures));

    private static IEnumerable<string> Lines(DbFigures figures)
    {
        CatalogTotals kept = figures.Kept;
        int ready = kept.Videos.GetValueOrDefault(VideoState.Ready);
        int failed = kept.Videos.GetValueOrDefault(VideoState.Failed);
        yield return $"Films     {ready} ready, {kept.VideosInWork} in work, {failed} not taken in";
        yield return $"Stored    {Amount.Bytes(kept.StoredBytes)} in {kept.Parts} parts, {kept.Replicas} messages";
        yield return $"Database  {Amount.Bytes(figures.Bytes)}, {figures.Path}";
        yield return string.Empty;
        IReadOnlyList<PackagingSum> ways = figures.Packaged.Ways;
        if (ways.Count == 0)
        {
            yield return "No film was packaged yet.";
            yield break;
        }

        foreach (string line in Table([Head, .. ways.Select(Row)]))
        {
            yield return line;
        }

        yield return string.Empty;
        yield return $"Sounds    {ways.Sum(way => way.SoundsCopied)} copied, {ways.Sum(way => way.SoundsEncoded)} encoded";
        yield return PackagingText.Saved(figures.Packaged) is { } saved
            ? $"{saved}."
            : "What copying spared can be told once a picture was copied and another one encoded here.";
    }

    private static string[] Row(PackagingSum way) =>
    [
        way.Picture switch { null => "none", Packaging.Copied => "copied", var encoder => encoder },
        $"{way.Films}",
        Amount.Duration(way.Played),
        Amount.Bytes(way.Bytes),
        Amount.Duration(way.Elapsed),
        PackagingText.Times(way.Played / way.Elapsed),
        Amount.Speed(way.Bytes / way.Elapsed.TotalSeconds),
        PackagingText.Times(way.Played / way.Worked),
    ];

    /// <summary>The first column to the left, figures to the right.</summary>
    private static IEnumerable<string> Table(string[][] rows)
    {
        int[] widths = [.. Enumerable.Range(0, Head.Length).Select(column => rows.Max(row => row[column].Length))];
        return rows.Select(row => string.Join("  ", row.Select((cell, column) =>
            column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))));
    }
}
