using Microsoft.Extensions.Options;
using TelegramHls.Bot.Cli.Errands;
using TelegramHls.Bot.Hosting;
using TelegramHls.Storage.Cache;

namespace TelegramHls.Bot.Cli.Cache;

/// <summary>What <c>cache stats</c> and <c>cache clear</c> ask for.</summary>
/// <param name="Clear">Every part that nobody reads goes first.</param>
internal sealed record CacheStatsOrder(bool Clear);

/// <summary>How full the cache is.</summary>
/// <param name="Directory">Where it lies.</param>
/// <param name="Bytes">Of parts, counted at their full length.</param>
/// <param name="Parts">How many.</param>
/// <param name="MaxBytes">What it may hold.</param>
/// <param name="Freed">Bytes that became free now.</param>
/// <param name="IndexBytes">Of index and header files, which are not evicted.</param>
/// <param name="CompanionBytes">Of posters, subtitles and previews, which are not evicted.</param>
/// <param name="FreeDiskBytes">Of the disk.</param>
internal sealed record CacheStats(
    string Directory, long Bytes, int Parts, long MaxBytes, long Freed, long IndexBytes, long CompanionBytes, long FreeDiskBytes);

/// <summary>Tells how full the cache is, and empties it.</summary>
internal sealed class CacheStatsErrand(PartCache cache, DataDirectory directory, IOptions<CacheOptions> options)
    : Errand<CacheStatsOrder, CacheStats>
{
    public const string ErrandName = "cache";

    public override string Name => ErrandName;

    protected override Task<CacheStats> DoAsync(CacheStatsOrder order, IProgress<ErrandNote> notes, CancellationToken cancellationToken)
    {
        long freed = order.Clear ? cache.Clear() : 0;
        return Task.FromResult(new CacheStats(
            directory.Cache,
            cache.Bytes,
            cache.Parts,
            options.Value.MaxBytes,
            freed,
            BytesIn(directory.Index),
            BytesIn(directory.Companions),
            directory.FreeBytes()));
    }

    private static long BytesIn(string path) =>
        new DirectoryInfo(path).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Exists ? file.Length : 0);
}
