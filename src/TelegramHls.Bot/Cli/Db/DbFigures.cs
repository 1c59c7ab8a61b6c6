using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Statistics;

namespace TelegramHls.Bot.Cli.Db;

/// <summary>What <c>db stats</c> tells.</summary>
/// <param name="Path">The database file.</param>
/// <param name="Bytes">Its length, with what is still in its write-ahead log.</param>
/// <param name="Kept">What is kept.</param>
/// <param name="Packaged">How it was made.</param>
internal sealed record DbFigures(string Path, long Bytes, CatalogTotals Kept, PackagingTotals Packaged)
{
    /// <summary>In the documented shape.</summary>
    public object ForPrograms() => new
    {
        Database = new { Path, Bytes },
        Videos = Named(Kept.Videos),
        Jobs = Named(Kept.Jobs),
        Stored = new { Bytes = Kept.StoredBytes, Kept.Parts, Messages = Kept.Replicas },
        Pictures = Packaged.Ways.Select(way => new
        {
            Made = way.Picture ?? "none",
            way.Films,
            way.SourceBytes,
            way.Bytes,
            PlayedSeconds = way.Played.TotalSeconds,
            ElapsedSeconds = way.Elapsed.TotalSeconds,
            WorkedSeconds = way.Worked.TotalSeconds,
        }),
        Sounds = new { Copied = Packaged.Ways.Sum(way => way.SoundsCopied), Encoded = Packaged.Ways.Sum(way => way.SoundsEncoded) },
        Packaged.EncodingSpeed,
        SavedSeconds = Packaged.Saved?.TotalSeconds,
    };

    private static Dictionary<string, int> Named<TState>(IReadOnlyDictionary<TState, int> counts)
        where TState : struct, Enum =>
        counts.ToDictionary(count => count.Key.ToString().ToLowerInvariant(), count => count.Value);
}
