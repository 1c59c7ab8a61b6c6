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

    /// <summary>Replaces pictures and sound. Subtitles come and go by themselves, so those of the list are passed over.</summary>
    public static async Task ReplaceTracksAsync(
        CatalogContext context, VideoId video, IEnumerable<VideoTrack> tracks, CancellationToken cancellationToken)
    {
        await context.Tracks.Where(row => row.VideoId == video && row.Kind != TrackKind.Subtitle).ExecuteDeleteAsync(cancellationToken);
        context.Tracks.AddRange(tracks.Where(track => track.Kind != TrackKind.Subtitle).Select((track, place) => TrackRow.Of(video, place, track)));
    }
}
