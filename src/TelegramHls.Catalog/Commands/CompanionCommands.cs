using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Database;
using TelegramHls.Catalog.Model;
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

    /// <summary>Takes companions away that came to nothing. Returns the stored files that are gone.</summary>
    public Task<IReadOnlyList<StoredFileId>> DropAsync(VideoId video, IReadOnlyCollection<string> names, CancellationToken cancellationToken) =>
        _store.WriteAsync(
            async context =>
            {
                IQueryable<CompanionRow> rows = context.Companions.Where(row => row.VideoId == video && names.Contains(row.Name));
                StoredFileId[] files = await rows.Select(row => row.FileId).ToArrayAsync(cancellationToken);
                await rows.ExecuteDeleteAsync(cancellationToken);
                return await StoredFiles.DropUnusedAsync(context, files, cancellationToken);
            },
            cancellationToken);

    /// <summary>
    /// Gives companions of the video to all others over the same stored file that have none of that name: those that came while
    /// these were not made yet. To be called when they are completely stored.
    /// </summary>
    public Task ShareAsync(VideoId video, IReadOnlyCollection<string> names, CancellationToken cancellationToken) =>
        _store.WriteAsync(
            async context =>
            {
                List<VideoId> twins = await (
                    from one in context.Videos
                    where one.Id == video && one.FileId != null
                    join other in context.Videos on one.FileId equals other.FileId
                    where other.Id != video && other.State != VideoState.Deleting
                    select other.Id).ToListAsync(cancellationToken);
                List<CompanionRow> shared = await context.Companions.AsNoTracking()
                    .Where(row => row.VideoId == video && names.Contains(row.Name)).ToListAsync(cancellationToken);
                foreach (VideoId twin in twins)
                {
                    List<string> known = await context.Companions
                        .Where(row => row.VideoId == twin).Select(row => row.Name).ToListAsync(cancellationToken);
                    context.Companions.AddRange(shared.ExceptBy(known, row => row.Name)
                        .Select(row => new CompanionRow { VideoId = twin, Name = row.Name, FileId = row.FileId }));
                }

                return twins.Count;
            },
            cancellationToken);
}
