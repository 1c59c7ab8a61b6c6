using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Database;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Rows;
using TelegramHls.Core.Ids;

namespace TelegramHls.Catalog.Commands;

/// <summary>Makes videos ready. Each answers with the share key, or null when that is not possible any more.</summary>
public sealed class PublishCommands
{
    private readonly CatalogStore _store;
    private readonly TimeProvider _clock;

    internal PublishCommands(CatalogStore store, TimeProvider clock) => (_store, _clock) = (store, clock);

    /// <summary>
    /// One transaction: tracks, stored files, state ready, and a key where there is none. May be repeated: the time of
    /// the first publishing and the key stay. Null when the video is gone.
    /// </summary>
    /// <param name="video">The video.</param>
    /// <param name="file">Its stored file.</param>
    /// <param name="indexFile">The stored file that holds the index; null for other files.</param>
    /// <param name="tracks">Its tracks in order.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidOperationException">One of the stored files is not complete.</exception>
    public Task<string?> PublishAsync(
        VideoId video,
        StoredFileId file,
        StoredFileId? indexFile,
        IReadOnlyList<VideoTrack> tracks,
        CancellationToken cancellationToken) =>
        _store.WriteAsync(
            async context =>
            {
                VideoRow? row = await VideoRows.FindAsync(context, video, cancellationToken);
                if (row is null)
                    return null;

                await RequireCompleteAsync(context, file, cancellationToken);
                if (indexFile is { } index)
                    await RequireCompleteAsync(context, index, cancellationToken);

                await VideoRows.ReplaceTracksAsync(context, video, tracks, cancellationToken);
                return await MakeReadyAsync(context, row, file, indexFile, cancellationToken);
            },
            cancellationToken);

    /// <summary>
    /// Makes <paramref name="video"/> ready over the stored files, companions, tracks and facts of <paramref name="source"/>; subtitles
    /// that a person added there stay with that person. Null when the one is gone or the other is not ready any more: then the video has to be stored by itself.
    /// </summary>
    public Task<string?> ShareFileAsync(VideoId video, VideoId source, CancellationToken cancellationToken) =>
        _store.WriteAsync(
            async context =>
            {
                VideoRow? row = await VideoRows.FindAsync(context, video, cancellationToken);
                VideoRow? from = await context.Videos.Include(other => other.Tracks)
                    .SingleOrDefaultAsync(other => other.Id == source, cancellationToken);
                if (row is null || from is not { State: VideoState.Ready, FileId: { } file })
                    return null;

                row.Kind = from.Kind;
                row.Size = from.Size;
                row.Duration = from.Duration;
                row.Width = from.Width;
                row.Height = from.Height;
                row.Codecs = from.Codecs;
                row.MimeType ??= from.MimeType;
                row.SourceSha256 ??= from.SourceSha256;
                row.FactsJson = from.FactsJson;
                TrackRow[] tracks = [.. from.Tracks.Where(track => !track.IsAdded)];
                await context.Tracks.Where(track => track.VideoId == video).ExecuteDeleteAsync(cancellationToken);
                context.Tracks.AddRange(tracks.Select(track => TrackRow.Of(video, track.Place, track.ToTrack())));
                await ShareCompanionsAsync(context, video, source, cancellationToken);
                return await MakeReadyAsync(context, row, file, from.IndexFileId, cancellationToken);
            },
            cancellationToken);

    private async Task<string?> MakeReadyAsync(
        CatalogContext context,
        VideoRow row,
        StoredFileId file,
        StoredFileId? indexFile,
        CancellationToken cancellationToken)
    {
        DateTimeOffset now = _clock.GetUtcNow();
        row.FileId = file;
        row.IndexFileId = indexFile;
        row.State = VideoState.Ready;
        row.ReadyAt ??= now;
        row.FailureReason = null;
        return await ShareLinks.EnsureAsync(context, row.Id, now, cancellationToken);
    }

    private static async Task ShareCompanionsAsync(
        CatalogContext context, VideoId video, VideoId source, CancellationToken cancellationToken)
    {
        await context.Companions.Where(row => row.VideoId == video).ExecuteDeleteAsync(cancellationToken);
        List<CompanionRow> shared = await context.Companions.AsNoTracking()
            .Where(row => row.VideoId == source
                && !context.Tracks.Any(track => track.VideoId == source && track.Companion == row.Name && track.IsAdded))
            .ToListAsync(cancellationToken);
        context.Companions.AddRange(
            shared.Select(row => new CompanionRow { VideoId = video, Name = row.Name, FileId = row.FileId }));
    }

    private static async Task RequireCompleteAsync(
        CatalogContext context, StoredFileId file, CancellationToken cancellationToken)
    {
        if (!await context.StoredFiles.AnyAsync(row => row.Id == file && row.Sha256 != null, cancellationToken))
            throw new InvalidOperationException($"The stored file {file} is not complete.");
    }
}
