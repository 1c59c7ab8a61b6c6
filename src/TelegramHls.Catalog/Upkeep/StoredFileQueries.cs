using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Database;
using TelegramHls.Core.Ids;

namespace TelegramHls.Catalog.Upkeep;

/// <summary>Looks at stored files by themselves.</summary>
public sealed class StoredFileQueries
{
    private readonly CatalogStore _store;

    internal StoredFileQueries(CatalogStore store) => _store = store;

    /// <summary>The ids of all stored files, also of those in work.</summary>
    public Task<IReadOnlySet<StoredFileId>> IdsAsync(CancellationToken cancellationToken) =>
        _store.ReadAsync<IReadOnlySet<StoredFileId>>(
            async context => await context.StoredFiles.Select(row => row.Id).ToHashSetAsync(cancellationToken), cancellationToken);
}
