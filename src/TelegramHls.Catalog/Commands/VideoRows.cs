using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Database;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Rows;
using TelegramHls.Core.Ids;

namespace TelegramHls.Catalog.Commands;

/// <summary>What several commands do to the rows of a video, inside their transaction.</summary>
internal static class VideoRows
{
    /// <summary>The row, or null when it is gone or on its way out.</summary>
    public static Task<VideoRow?> FindAsync(CatalogContext context, VideoId video, CancellationToken cancellationToken) =>
        context.Videos.SingleOrDefaultAsync(
            row => row.Id == video && row.State != VideoState.Deleting, cancellationToken);

    public static async Task ReplaceTracksAsync(
        CatalogContext context, VideoId video, IEnumerable<VideoTrack> tracks, CancellationToken cancellationToken)
    {
        await context.Tracks.Where(row => row.VideoId == video).ExecuteDeleteAsync(cancellationToken);
        context.Tracks.AddRange(tracks.Select((track, place) => TrackRow.Of(video, place, track)));
    }
}
