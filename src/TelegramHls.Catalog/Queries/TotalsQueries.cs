using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Database;
using TelegramHls.Catalog.Ledgers;
using TelegramHls.Catalog.Model;
using TelegramHls.Core.Jobs;

namespace TelegramHls.Catalog.Queries;

/// <summary>Counts over the whole catalogue.</summary>
public sealed class TotalsQueries
{
    private readonly CatalogStore _store;

    internal TotalsQueries(CatalogStore store) => _store = store;

    /// <summary>Counts everything now; parts in fewer channels than <paramref name="replicas"/> as thin.</summary>
    public Task<CatalogTotals> CountAsync(int replicas, CancellationToken cancellationToken) =>
        _store.ReadAsync(
            async context =>
            {
                Dictionary<VideoState, int> videos = await context.Videos.GroupBy(row => row.State)
                    .Select(group => new { group.Key, Count = group.Count() })
                    .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
                Dictionary<JobState, int> jobs = await context.Jobs.GroupBy(row => row.State)
                    .Select(group => new { group.Key, Count = group.Count() })
                    .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
                return new CatalogTotals(
                    videos,
                    jobs,
                    await context.Parts.SumAsync(row => (long)row.Length, cancellationToken),
                    await context.Parts.LongCountAsync(cancellationToken),
                    await context.Replicas.LongCountAsync(cancellationToken),
                    replicas > 1 ? await context.Parts.LongCountAsync(ReplicaLedger.IsThin(replicas), cancellationToken) : 0,
                    await context.Orphans.LongCountAsync(row => row.EmptiedAt == null, cancellationToken));
            },
            cancellationToken);
}
