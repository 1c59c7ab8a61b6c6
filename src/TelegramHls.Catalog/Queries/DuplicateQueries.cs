using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Database;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Rows;
using TelegramHls.Core.Ids;

namespace TelegramHls.Catalog.Queries;

/// <summary>Finds out whether a video's source is known already.</summary>
public sealed class DuplicateQueries
{
    private readonly CatalogStore _store;

    internal DuplicateQueries(CatalogStore store) => _store = store;

    /// <summary>
    /// A video of the same source (equal file_unique_id, or equal SHA-256 once it is known): the same owner's one that is
    /// ready or was accepted earlier, else a ready one of anybody. Null when there is none.
    /// Of two of one owner in work at once only the later finds the other, so never each stands back for the other.
    /// </summary>
    public Task<DuplicateVideo?> FindAsync(VideoId video, CancellationToken cancellationToken) =>
        _store.ReadAsync(
            async context =>
            {
                VideoRow? self = await context.Videos.SingleOrDefaultAsync(row => row.Id == video, cancellationToken);
                if (self is null)
                    return null;

                VideoRow? found = await SameSource(context, self)
                    .OrderByDescending(row => row.OwnerId == self.OwnerId)
                    .ThenByDescending(row => row.State == VideoState.Ready)
                    .ThenBy(row => row.CreatedAt)
                    .FirstOrDefaultAsync(cancellationToken);
                return found is null ? null : new DuplicateVideo(found.ToVideo(), found.OwnerId == self.OwnerId);
            },
            cancellationToken);

    private static IQueryable<VideoRow> SameSource(CatalogContext context, VideoRow self) =>
        from row in context.Videos
        where row.Id != self.Id
            && ((self.SourceUniqueId != null && row.SourceUniqueId == self.SourceUniqueId)
                || (self.SourceSha256 != null && row.SourceSha256 == self.SourceSha256))
            && (row.State == VideoState.Ready
                || (row.OwnerId == self.OwnerId
                    && row.State != VideoState.Failed
                    && row.State != VideoState.Deleting
                    && (row.CreatedAt < self.CreatedAt
                        || (row.CreatedAt == self.CreatedAt && row.SourceMessageId < self.SourceMessageId))))
        select row;
}
