using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Database;
using TelegramHls.Catalog.Model;

namespace TelegramHls.Catalog.Queries;

/// <summary>Finds the second version of a film, which is kept as companions: its stream and its index.</summary>
public sealed class RenditionQueries
{
    /// <summary>Name of the companion that is the stream.</summary>
    public const string StreamName = "compatible.mp4";

    /// <summary>Name of the companion that is its index.</summary>
    public const string IndexName = "compatible.index";

    private readonly CatalogStore _store;

    internal RenditionQueries(CatalogStore store) => _store = store;

    /// <summary>
    /// The second version as if it were the film, over its own stored files and without tracks; null when there is none. Like the film,
    /// it is for players once the video is ready.
    /// </summary>
    public Task<PlayableVideo?> FindAsync(Video video, CancellationToken cancellationToken) =>
        _store.ReadAsync(
            async context =>
            {
                var found = await (
                    from companion in context.Companions
                    where companion.VideoId == video.Id && (companion.Name == StreamName || companion.Name == IndexName)
                    join file in context.StoredFiles on companion.FileId equals file.Id
                    where file.Sha256 != null
                    select new { companion.Name, file.Id, file.Version, file.Length, file.Sha256 }).ToListAsync(cancellationToken);
                var stream = found.Find(file => file.Name == StreamName);
                var index = found.Find(file => file.Name == IndexName);
                return stream is null || index is null
                    ? null
                    : new PlayableVideo(
                        video with { File = stream.Id, IndexFile = index.Id }, stream.Version, stream.Length, stream.Sha256, []);
            },
            cancellationToken);
}
