using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Database;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Rows;
using TelegramHls.Core.Ids;

namespace TelegramHls.Catalog.Commands;

/// <summary>Adds subtitles to a video and takes them away.</summary>
public sealed class SubtitleCommands
{
    // Behind pictures and sound.
    private const int FirstPlace = 1000;

    private readonly CatalogStore _store;

    internal SubtitleCommands(CatalogStore store) => _store = store;

    /// <summary>
    /// Names the track (<c>s0</c>, <c>s1</c> …, the lowest that is free) and adds it. A companion that has a track already keeps it,
    /// so this may be repeated. Null when the video is gone.
    /// </summary>
    /// <param name="video">The video.</param>
    /// <param name="subtitle">The track; its name is not looked at. Its companion has to be begun.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<VideoTrack?> AddAsync(VideoId video, VideoTrack subtitle, CancellationToken cancellationToken) =>
        _store.WriteAsync<VideoTrack?>(
            async context =>
            {
                if (await VideoRows.FindAsync(context, video, cancellationToken) is null)
                    return null;

                List<TrackRow> others = await context.Tracks
                    .Where(row => row.VideoId == video && row.Kind == TrackKind.Subtitle).ToListAsync(cancellationToken);
                if (others.FirstOrDefault(row => row.Companion == subtitle.Companion) is { } known)
                    return known.ToTrack();

                int number = 0;
                while (others.Any(row => row.Name == $"s{number}"))
                {
                    number++;
                }

                VideoTrack added = subtitle with { Name = $"s{number}" };
                context.Tracks.Add(TrackRow.Of(video, FirstPlace + number, added));
                return added;
            },
            cancellationToken);

    /// <summary>
    /// Takes away subtitles that a person added, with their stored file; those of the film itself stay. Returns the stored files that
    /// are gone; null when there are no such subtitles.
    /// </summary>
    public Task<IReadOnlyList<StoredFileId>?> RemoveAsync(VideoId video, string companion, CancellationToken cancellationToken) =>
        _store.WriteAsync<IReadOnlyList<StoredFileId>?>(
            async context =>
            {
                int removed = await context.Tracks
                    .Where(row => row.VideoId == video && row.Companion == companion && row.IsAdded)
                    .ExecuteDeleteAsync(cancellationToken);
                if (removed == 0)
                    return null;

                StoredFileId[] files = await context.Companions
                    .Where(row => row.VideoId == video && row.Name == companion).Select(row => row.FileId).ToArrayAsync(cancellationToken);
                await context.Companions.Where(row => row.VideoId == video && row.Name == companion).ExecuteDeleteAsync(cancellationToken);
                return await StoredFiles.DropUnusedAsync(context, files, cancellationToken);
            },
            cancellationToken);
}
