using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Database;
using TelegramHls.Catalog.Model;
using TelegramHls.Core.Ids;

namespace TelegramHls.Catalog.Queries;

/// <summary>Turns share keys into what playback needs.</summary>
public sealed class PlaybackQueries
{
    private readonly CatalogStore _store;
    private readonly TimeProvider _clock;

    internal PlaybackQueries(CatalogStore store, TimeProvider clock) => (_store, _clock) = (store, clock);

    /// <summary>The video behind the key; null when the key is unknown, revoked or expired or the video on its way out.</summary>
    public Task<PlayableVideo?> ResolveAsync(string key, CancellationToken cancellationToken) =>
        _store.ReadAsync(
            async context =>
            {
                DateTimeOffset now = _clock.GetUtcNow();
                var found = await (
                    from link in context.ShareLinks
                    where link.Key == key
                        && link.RevokedAt == null && (link.ExpiresAt == null || link.ExpiresAt > now)
                    join video in context.Videos on link.VideoId equals video.Id
                    where video.State != VideoState.Deleting
                    from file in context.StoredFiles.Where(row => row.Id == video.FileId).DefaultIfEmpty()
                    select new
                    {
                        Video = video,
                        File = file,
                        Tracks = context.Tracks.Where(track => track.VideoId == video.Id).ToList(),
                    }).AsSingleQuery().SingleOrDefaultAsync(cancellationToken);
                return found is null
                    ? null
                    : new PlayableVideo(
                        found.Video.ToVideo(),
                        found.File?.Version ?? 0,
                        found.File?.Length ?? 0,
                        found.File?.Sha256,
                        [.. found.Tracks.OrderBy(track => track.Place).Select(track => track.ToTrack())]);
            },
            cancellationToken);

    /// <summary>What of the stored file can be read back by now; null when there is none of that id.</summary>
    public Task<CommittedParts?> CommittedAsync(StoredFileId file, CancellationToken cancellationToken) =>
        _store.ReadAsync(
            async context =>
            {
                var found = await context.StoredFiles.Where(row => row.Id == file).Select(row => new
                {
                    row.Version,
                    Parts = row.Parts.Where(part => part.Replicas.Count > 0).OrderBy(part => part.Index)
                        .Select(part => new { part.Index, End = part.Offset + part.Length, part.Sha256 }).ToList(),
                }).AsSingleQuery().SingleOrDefaultAsync(cancellationToken);
                return found is null
                    ? null
                    : new CommittedParts(
                        found.Version,
                        [.. found.Parts.TakeWhile((part, place) => part.Index == place).Select(part => (part.End, part.Sha256))]);
            },
            cancellationToken);

    /// <summary>The newest key of the video that still works; null when there is none.</summary>
    public Task<string?> FindKeyAsync(VideoId video, CancellationToken cancellationToken) =>
        _store.ReadAsync(
            async context =>
            {
                DateTimeOffset now = _clock.GetUtcNow();
                return await context.ShareLinks
                    .Where(link => link.VideoId == video
                        && link.RevokedAt == null && (link.ExpiresAt == null || link.ExpiresAt > now))
                    .OrderByDescending(link => link.CreatedAt)
                    .Select(link => link.Key)
                    .FirstOrDefaultAsync(cancellationToken);
            },
            cancellationToken);
}
