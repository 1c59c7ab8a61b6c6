using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Database;

namespace TelegramHls.Catalog.Audit;

/// <summary>Looks at what operators did.</summary>
public sealed class AuditQueries
{
    private readonly CatalogStore _store;

    internal AuditQueries(CatalogStore store) => _store = store;

    /// <summary>A page of everything, newest first.</summary>
    /// <param name="target">Only what concerns this; null for all.</param>
    /// <param name="skip">How many to leave out, from 0.</param>
    /// <param name="take">At most so many.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public Task<AuditPage> ListAsync(string? target, int skip, int take, CancellationToken cancellationToken) =>
        _store.ReadAsync(
            async context =>
            {
                IQueryable<AuditRow> all = context.Audit.Where(row => target == null || row.Target == target);
                List<AuditRow> rows = await all.OrderByDescending(row => row.Number).Skip(skip).Take(take)
                    .ToListAsync(cancellationToken);
                return new AuditPage([.. rows.Select(row => row.ToLine())], await all.CountAsync(cancellationToken));
            },
            cancellationToken);
}
