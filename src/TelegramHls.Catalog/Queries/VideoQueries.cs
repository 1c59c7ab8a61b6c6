using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Database;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Rows;
using TelegramHls.Core.Ids;

namespace TelegramHls.Catalog.Queries;

/// <summary>Looks for videos.</summary>
public sealed class VideoQueries
{
    private readonly CatalogStore _store;

    internal VideoQueries(CatalogStore store) => _store = store;

    /// <summary>The video, or null when there is none of that id.</summary>
    public Task<Video?> FindAsync(VideoId video, CancellationToken cancellationToken) =>
        _store.ReadAsync(
            async context => (await context.Videos.SingleOrDefaultAsync(row => row.Id == video, cancellationToken))
                ?.ToVideo(),
            cancellationToken);

    /// <summary>The newest video that this message of the chat brought, or that our message is about; null when there is none.</summary>
    public Task<Video?> FindByMessageAsync(long chatId, int messageId, CancellationToken cancellationToken) =>
        _store.ReadAsync(
            async context => (await context.Videos
                .Where(row => row.ChatId == chatId && (row.SourceMessageId == messageId || row.ProgressMessageId == messageId) && row.State != VideoState.Deleting)
                .OrderByDescending(row => row.CreatedAt)
                .FirstOrDefaultAsync(cancellationToken))?.ToVideo(),
            cancellationToken);

    /// <summary>Its tracks in order; empty before storing begins.</summary>
    public Task<IReadOnlyList<VideoTrack>> TracksAsync(VideoId video, CancellationToken cancellationToken) =>
        _store.ReadAsync<IReadOnlyList<VideoTrack>>(
            async context =>
            {
                List<TrackRow> rows = await context.Tracks.Where(row => row.VideoId == video)
                    .OrderBy(row => row.Place).ToListAsync(cancellationToken);
                return [.. rows.Select(row => row.ToTrack())];
            },
            cancellationToken);

    /// <summary>A page of videos, newest first, without those on their way out.</summary>
    /// <param name="ownerId">Whose; null for everybody's.</param>
    /// <param name="skip">How many to leave out, from 0.</param>
    /// <param name="take">At most so many.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public Task<VideoPage> ListAsync(long? ownerId, int skip, int take, CancellationToken cancellationToken) =>
        _store.ReadAsync(
            async context =>
            {
                IQueryable<VideoRow> all = context.Videos.Where(
                    row => row.State != VideoState.Deleting && (ownerId == null || row.OwnerId == ownerId));
                List<VideoRow> rows = await all.OrderByDescending(row => row.CreatedAt).ThenBy(row => row.Id)
                    .Skip(skip).Take(take).ToListAsync(cancellationToken);
                return new VideoPage([.. rows.Select(row => row.ToVideo())], await all.CountAsync(cancellationToken));
            },
            cancellationToken);

    /// <summary>Videos in this state, oldest first: for the host's clean-up at its start.</summary>
    public Task<IReadOnlyList<Video>> InStateAsync(VideoState state, CancellationToken cancellationToken) =>
        _store.ReadAsync<IReadOnlyList<Video>>(
            async context =>
            {
                List<VideoRow> rows = await context.Videos.Where(row => row.State == state)
                    .OrderBy(row => row.CreatedAt).ToListAsync(cancellationToken);
                return [.. rows.Select(row => row.ToVideo())];
            },
            cancellationToken);
}
