using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Database;

namespace TelegramHls.Catalog.Statistics;

/// <summary>What was copied and what was encoded, by what and how fast; kept when films are deleted.</summary>
public sealed class PackagingStatistics
{
    private readonly CatalogStore _store;
    private readonly TimeProvider _clock;

    internal PackagingStatistics(CatalogStore store, TimeProvider clock) => (_store, _clock) = (store, clock);

    /// <summary>Keeps how a stored file was made; when it was made again, only the last time.</summary>
    public Task KeepAsync(Packaging packaging, CancellationToken cancellationToken) =>
        _store.WriteAsync(
            async context =>
            {
                PackagingRow? row = await context.Packagings.FindAsync([packaging.File], cancellationToken);
                if (row is null)
                    context.Packagings.Add(row = new PackagingRow { FileId = packaging.File });

                row.VideoId = packaging.Video;
                row.JobId = packaging.Job;
                row.At = _clock.GetUtcNow();
                row.Picture = packaging.Picture;
                row.SoundsCopied = packaging.SoundsCopied;
                row.SoundsEncoded = packaging.SoundsEncoded;
                row.SourceBytes = packaging.SourceBytes;
                row.Bytes = packaging.Bytes;
                row.Played = packaging.Played.Ticks;
                row.Elapsed = packaging.Elapsed.Ticks;
                row.Worked = packaging.Worked.Ticks;
            },
            cancellationToken);

    /// <summary>Everything so far, one sum for each way in which pictures were made, the most films first.</summary>
    public Task<PackagingTotals> SumAsync(CancellationToken cancellationToken) =>
        _store.ReadAsync(
            async context =>
            {
                var sums = await context.Packagings.GroupBy(row => row.Picture)
                    .Select(group => new
                    {
                        Picture = group.Key,
                        Films = group.Count(),
                        SoundsCopied = group.Sum(row => row.SoundsCopied),
                        SoundsEncoded = group.Sum(row => row.SoundsEncoded),
                        SourceBytes = group.Sum(row => row.SourceBytes),
                        Bytes = group.Sum(row => row.Bytes),
                        Played = group.Sum(row => row.Played),
                        Elapsed = group.Sum(row => row.Elapsed),
                        Worked = group.Sum(row => row.Worked),
                    })
                    .OrderByDescending(sum => sum.Films).ThenBy(sum => sum.Picture)
                    .ToListAsync(cancellationToken);
                return new PackagingTotals(
                [
                    .. sums.Select(sum => new PackagingSum(
                        sum.Picture, sum.Films, sum.SoundsCopied, sum.SoundsEncoded, sum.SourceBytes, sum.Bytes,
                        new TimeSpan(sum.Played), new TimeSpan(sum.Elapsed), new TimeSpan(sum.Worked))),
                ]);
            },
            cancellationToken);
}
