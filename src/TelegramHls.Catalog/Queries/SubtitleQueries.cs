using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Database;
using TelegramHls.Catalog.Model;
using TelegramHls.Core.Ids;

namespace TelegramHls.Catalog.Queries;

/// <summary>Finds the subtitles of videos.</summary>
public sealed class SubtitleQueries
{
    private readonly CatalogStore _store;

    internal SubtitleQueries(CatalogStore store) => _store = store;

    /// <summary>The subtitles of the video that are completely stored, in the order of their names.</summary>
    public Task<IReadOnlyList<KeptSubtitle>> ListAsync(VideoId video, CancellationToken cancellationToken) =>
        _store.ReadAsync<IReadOnlyList<KeptSubtitle>>(
            async context =>
            {
                var found = await (
                    from track in context.Tracks
                    where track.VideoId == video && track.Kind == TrackKind.Subtitle
                    join companion in context.Companions on new { track.VideoId, Name = track.Companion } equals new { companion.VideoId, Name = (string?)companion.Name }
                    join file in context.StoredFiles on companion.FileId equals file.Id
                    where file.Sha256 != null
                    orderby track.Place
                    select new { Track = track, companion.Name, file.Id, file.Sha256, file.Length }).ToListAsync(cancellationToken);
                return [.. found.Select(row => new KeptSubtitle(
                    row.Track.ToTrack(), new Companion(row.Name, row.Id, row.Sha256), row.Length))];
            },
            cancellationToken);
}
