using TelegramHls.Catalog.Database;
using TelegramHls.Catalog.Rows;
using TelegramHls.Core.Ids;

namespace TelegramHls.Catalog.Commands;

/// <summary>Makes and revokes share links.</summary>
public sealed class ShareLinkCommands
{
    private readonly CatalogStore _store;
    private readonly TimeProvider _clock;

    internal ShareLinkCommands(CatalogStore store, TimeProvider clock) => (_store, _clock) = (store, clock);

    /// <summary>The newest key of the video that still works, or a new one that never expires; null when the video is gone.</summary>
    public Task<string?> EnsureAsync(VideoId video, CancellationToken cancellationToken) =>
        _store.WriteAsync(
            async context => await VideoRows.FindAsync(context, video, cancellationToken) is null
                ? null
                : await ShareLinks.EnsureAsync(context, video, _clock.GetUtcNow(), cancellationToken),
            cancellationToken);

    /// <summary>One more key for the video; null when the video is gone.</summary>
    /// <param name="video">The video.</param>
    /// <param name="expiresAt">When the key stops working; null for never.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<string?> CreateAsync(VideoId video, DateTimeOffset? expiresAt, CancellationToken cancellationToken) =>
        _store.WriteAsync(
            async context => await VideoRows.FindAsync(context, video, cancellationToken) is null
                ? null
                : ShareLinks.Create(context, video, _clock.GetUtcNow(), expiresAt),
            cancellationToken);

    /// <summary>The key stops working at once; false when it did not work any more.</summary>
    public Task<bool> RevokeAsync(string key, CancellationToken cancellationToken) =>
        _store.WriteAsync(
            async context =>
            {
                ShareLinkRow? row = await context.ShareLinks.FindAsync([key], cancellationToken);
                if (row is null || row.RevokedAt is not null)
                    return false;

                row.RevokedAt = _clock.GetUtcNow();
                return true;
            },
            cancellationToken);
}
