using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Database;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Rows;

namespace TelegramHls.Catalog.Queries;

/// <summary>Looks for people.</summary>
public sealed class UserQueries
{
    private readonly CatalogStore _store;

    internal UserQueries(CatalogStore store) => _store = store;

    /// <summary>The person, or null when not let in.</summary>
    public Task<User?> FindAsync(long id, CancellationToken cancellationToken) =>
        _store.ReadAsync(
            async context => (await context.Users.SingleOrDefaultAsync(row => row.Id == id, cancellationToken))?.ToUser(),
            cancellationToken);

    /// <summary>Everybody who was let in, oldest first.</summary>
    public Task<IReadOnlyList<User>> ListAsync(CancellationToken cancellationToken) =>
        _store.ReadAsync<IReadOnlyList<User>>(
            async context =>
            {
                List<UserRow> rows = await context.Users.OrderBy(row => row.CreatedAt).ToListAsync(cancellationToken);
                return [.. rows.Select(row => row.ToUser())];
            },
            cancellationToken);

    /// <summary>How many were let in.</summary>
    public Task<int> CountAsync(CancellationToken cancellationToken) =>
        _store.ReadAsync(context => context.Users.CountAsync(cancellationToken), cancellationToken);
}
