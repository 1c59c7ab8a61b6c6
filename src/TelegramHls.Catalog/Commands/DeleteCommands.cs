using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Database;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Rows;
using TelegramHls.Core.Ids;

namespace TelegramHls.Catalog.Commands;

/// <summary>
/// Takes videos away. Messages that nobody needs any more become orphans to be deleted in the same transaction; the
/// answer names the stored files that are gone, whose cached bytes are to be dropped. Job history stays.
/// </summary>
public sealed class DeleteCommands
{
    private readonly CatalogStore _store;
    private readonly TimeProvider _clock;

    internal DeleteCommands(CatalogStore store, TimeProvider clock) => (_store, _clock) = (store, clock);

    /// <summary>
    /// From now on no link of the video works and its job changes nothing on it; to be called before the job is stopped.
    /// False when the video is gone.
    /// </summary>
    public Task<bool> BeginAsync(VideoId video, CancellationToken cancellationToken) =>
        _store.WriteAsync(
            async context => await context.Videos.Where(row => row.Id == video).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, VideoState.Deleting), cancellationToken) > 0,
            cancellationToken);

    /// <summary>Removes the video with its links and tracks, and its stored files where no other video uses them.</summary>
    public Task<IReadOnlyList<StoredFileId>> DeleteAsync(VideoId video, CancellationToken cancellationToken) =>
        _store.WriteAsync(
            async context =>
            {
                StoredFileId[] files = await StoredFiles.OfAsync(context, video, cancellationToken);
                await context.Videos.Where(row => row.Id == video).ExecuteDeleteAsync(cancellationToken);
                return await StoredFiles.DropUnusedAsync(context, files, cancellationToken);
            },
            cancellationToken);

    /// <summary>
    /// The video is given up: state failed with the reason, its links revoked, tracks and stored files gone. The row
    /// stays, so that it can be tried again. Does nothing more than drop files when the video is on its way out.
    /// </summary>
    /// <param name="video">The video.</param>
    /// <param name="reason">In words for people.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<IReadOnlyList<StoredFileId>> FailAsync(
        VideoId video, string reason, CancellationToken cancellationToken) =>
        _store.WriteAsync(
            async context =>
            {
                DateTimeOffset now = _clock.GetUtcNow();
                StoredFileId[] files = await StoredFiles.OfAsync(context, video, cancellationToken);
                VideoRow? row = await context.Videos.SingleOrDefaultAsync(row => row.Id == video, cancellationToken);
                if (row is not null)
                {
                    row.State = row.State == VideoState.Deleting ? VideoState.Deleting : VideoState.Failed;
                    row.FailureReason = reason;
                }

                await StripAsync(context, row, video, cancellationToken);
                await context.ShareLinks.Where(link => link.VideoId == video && link.RevokedAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(link => link.RevokedAt, now), cancellationToken);
                return await StoredFiles.DropUnusedAsync(context, files, cancellationToken);
            },
            cancellationToken);

    /// <summary>
    /// The video begins anew: what is stored of it so far is gone, its links stay. Does nothing when it is ready, gone or on its
    /// way out.
    /// </summary>
    public Task<IReadOnlyList<StoredFileId>> StartOverAsync(VideoId video, CancellationToken cancellationToken) =>
        _store.WriteAsync<IReadOnlyList<StoredFileId>>(
            async context =>
            {
                VideoRow? row = await context.Videos.SingleOrDefaultAsync(row => row.Id == video, cancellationToken);
                if (row is null || row.State is VideoState.Ready or VideoState.Deleting)
                    return [];

                StoredFileId[] files = await StoredFiles.OfAsync(context, video, cancellationToken);
                row.State = VideoState.Queued;
                row.FailureReason = null;
                await StripAsync(context, row, video, cancellationToken);
                return await StoredFiles.DropUnusedAsync(context, files, cancellationToken);
            },
            cancellationToken);

    private static async Task StripAsync(
        CatalogContext context, VideoRow? row, VideoId video, CancellationToken cancellationToken)
    {
        if (row is not null)
        {
            row.FileId = null;
            row.IndexFileId = null;
            row.ReadyAt = null;
            await context.SaveChangesAsync(cancellationToken);
        }

        await context.Companions.Where(companion => companion.VideoId == video).ExecuteDeleteAsync(cancellationToken);
        await context.Tracks.Where(track => track.VideoId == video).ExecuteDeleteAsync(cancellationToken);
    }
}
