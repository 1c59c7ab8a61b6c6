using System.Globalization;
using TelegramHls.Catalog.Statistics;

namespace TelegramHls.Bot.Wording;

/// <summary>Words for how films were made and how fast that went.</summary>
public static class PackagingText
{
    /// <summary>
    /// <c>12 s of film packaged in 2 s: 5.0× as fast as it plays, 5.1 MB at 2.1 MB/s; picture encoded by libx264 (6.1×), 1 sound encoded</c>.
    /// </summary>
    public static string Of(Packaging made)
    {
        ArgumentNullException.ThrowIfNull(made);
        string?[] tracks =
        [
            Picture(made),
            Sounds(made.SoundsCopied, "copied"),
            Sounds(made.SoundsEncoded, "encoded"),
        ];
        return $"{Amount.Duration(made.Played)} of film packaged in {Amount.Duration(made.Elapsed)}: "
            + $"{Times(made.Played / made.Elapsed)} as fast as it plays, {Amount.Bytes(made.Bytes)} at {Amount.Speed(made.Bytes / made.Elapsed.TotalSeconds)}; "
            + string.Join(", ", tracks.Where(track => track is not null));
    }

    /// <summary>What was copied and encoded so far, each line followed by a line break; empty before the first film.</summary>
    public static string Of(PackagingTotals totals)
    {
        ArgumentNullException.ThrowIfNull(totals);
        string[] ways =
        [
            .. totals.Ways.Where(way => way.Picture is not null).Select(way => way.Picture == Packaging.Copied
                ? $"{way.Films} copied ({Times(way.Played / way.Elapsed)})"
                : $"{way.Films} encoded by {way.Picture} ({Times(way.Played / way.Worked)})"),
        ];
        string pictures = ways.Length == 0 ? string.Empty : $"Pictures: {string.Join(", ", ways)}\n";
        return pictures + (Saved(totals) is { } saved ? $"{saved}\n" : string.Empty);
    }

    /// <summary>What copying spared, as a sentence without a full stop; null until that can be told.</summary>
    public static string? Saved(PackagingTotals totals)
    {
        ArgumentNullException.ThrowIfNull(totals);
        return totals is { Saved: { } saved, EncodingSpeed: { } speed } && saved > TimeSpan.Zero
            ? $"Copying spared about {Amount.Duration(saved)} of encoding, at {Times(speed)} as measured here"
            : null;
    }

    /// <summary><c>4.4×</c>, <c>92×</c>; <c>–</c> where nothing was measured.</summary>
    public static string Times(double speed) =>
        double.IsFinite(speed) ? $"{speed.ToString(speed < 9.95 ? "0.0" : "0", CultureInfo.InvariantCulture)}×" : "–";

    private static string? Picture(Packaging made) => made.Picture switch
    {
        null => null,
        Packaging.Copied => "picture copied",
        var encoder => $"picture encoded by {encoder} ({Times(made.Played / made.Worked)})",
    };

    private static string? Sounds(int count, string how) => count == 0 ? null : $"{Amount.Of(count, "sound")} {how}";
}
