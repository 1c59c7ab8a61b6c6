using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Database;
using TelegramHls.Catalog.Model;
using TelegramHls.Core.Ids;

namespace TelegramHls.Catalog.Queries;

/// <summary>Finds what a video has beside its stream and index.</summary>
public sealed class CompanionQueries
{
    private readonly CatalogStore _store;

    internal CompanionQueries(CatalogStore store) => _store = store;

    /// <summary>The companion of that name; null when there is none or it is not completely stored.</summary>
    public Task<Companion?> FindAsync(VideoId video, string name, CancellationToken cancellationToken) =>
        _store.ReadAsync(
            async context =>
            {
                var found = await (
                    from companion in context.Companions
                    where companion.VideoId == video && companion.Name == name
                    join file in context.StoredFiles on companion.FileId equals file.Id
                    where file.Sha256 != null
                    select new { file.Id, file.Sha256 }).SingleOrDefaultAsync(cancellationToken);
                return found is null ? null : new Companion(name, found.Id, found.Sha256);
            },
            cancellationToken);
}
