using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Database;
using TelegramHls.Core.Ids;

namespace TelegramHls.Catalog.Search;

/// <summary>Where the bytes of a film are, and how one gets at them.</summary>
public sealed class StorageShares
{
    private readonly CatalogStore _store;
    private readonly TimeProvider _clock;

    internal StorageShares(CatalogStore store, TimeProvider clock) => (_store, _clock) = (store, clock);

    /// <summary>Bots and channels of a stored file, by number.</summary>
    public Task<IReadOnlyList<StoredShare>> OfAsync(StoredFileId file, CancellationToken cancellationToken) =>
        _store.ReadAsync<IReadOnlyList<StoredShare>>(
            async context =>
            {
                var shares = await context.Parts.Where(part => part.FileId == file)
                    .Join(context.Replicas, part => part.Number, replica => replica.PartNumber, (part, replica) => new { part.Length, replica })
                    .GroupBy(sent => new { sent.replica.BotId, sent.replica.ChatId })
                    .Select(group => new
                    {
                        group.Key.BotId,
                        group.Key.ChatId,
                        Parts = group.Count(),
                        Bytes = group.Sum(sent => (long)sent.Length),
                        LastAt = group.Max(sent => sent.replica.SentAt),
                    })
                    .OrderBy(share => share.BotId).ThenBy(share => share.ChatId).ToListAsync(cancellationToken);
                return [.. shares.Select(share => new StoredShare(share.BotId, share.ChatId, share.Parts, share.Bytes, share.LastAt))];
            },
            cancellationToken);

    /// <summary>The newest key of the video that works; null when there is none.</summary>
    public Task<string?> KeyAsync(VideoId video, CancellationToken cancellationToken) =>
        _store.ReadAsync(
            context =>
            {
                DateTimeOffset now = _clock.GetUtcNow();
                return context.ShareLinks
                    .Where(link => link.VideoId == video && link.RevokedAt == null && (link.ExpiresAt == null || link.ExpiresAt > now))
                    .OrderByDescending(link => link.CreatedAt).Select(link => link.Key).FirstOrDefaultAsync(cancellationToken);
            },
            cancellationToken);
}
