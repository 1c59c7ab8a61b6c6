using TelegramHls.Catalog.Database;
using TelegramHls.Catalog.Rows;
using TelegramHls.Core.Ids;

namespace TelegramHls.Catalog.Commands;

/// <summary>Names the stored files that a video has beside its stream and index.</summary>
public sealed class CompanionCommands
{
    private readonly CatalogStore _store;
    private readonly TimeProvider _clock;

    internal CompanionCommands(CatalogStore store, TimeProvider clock) => (_store, _clock) = (store, clock);

    /// <summary>
    /// The stored file of the video's companion of that name: the one that an earlier attempt began, or else a new one. Committed
    /// before anything is sent, so that a repeated attempt goes on with the same file. Null when the video is gone.
    /// </summary>
    public Task<StoredFileId?> BeginAsync(VideoId video, string name, CancellationToken cancellationToken) =>
        _store.WriteAsync<StoredFileId?>(
            async context =>
            {
                if (await VideoRows.FindAsync(context, video, cancellationToken) is null)
                    return null;

                if (await context.Companions.FindAsync([video, name], cancellationToken) is { } known)
                    return known.FileId;

                var file = StoredFileId.New();
                context.StoredFiles.Add(
                    new StoredFileRow { Id = file, VideoId = video, Version = 1, CreatedAt = _clock.GetUtcNow() });
                context.Companions.Add(new CompanionRow { VideoId = video, Name = name, FileId = file });
                return file;
            },
            cancellationToken);
}
