using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Database;
using TelegramHls.Catalog.Model;
using TelegramHls.Core.Ids;

namespace TelegramHls.Catalog.Queries;

/// <summary>Counts messages in channels that go, or should.</summary>
public sealed class MessageQueries
{
    private readonly CatalogStore _store;

    internal MessageQueries(CatalogStore store) => _store = store;

    /// <summary>How the removal of messages stands.</summary>
    public Task<Removals> RemovalsAsync(CancellationToken cancellationToken) =>
        _store.ReadAsync(
            async context => new Removals(
                await context.Orphans.CountAsync(row => row.EmptiedAt == null, cancellationToken),
                await context.Orphans.Where(row => row.EmptiedAt == null && row.TriedAt != null)
                    .OrderByDescending(row => row.TriedAt).Select(row => row.Reason).FirstOrDefaultAsync(cancellationToken),
                await context.Orphans.CountAsync(row => row.EmptiedAt != null, cancellationToken)),
            cancellationToken);

    /// <summary>
    /// Messages that go with the video, since nothing else needs them: all, and those sent before <paramref name="sentBefore"/>.
    /// </summary>
    public Task<(int All, int Old)> GoingWithAsync(
        VideoId video, DateTimeOffset sentBefore, CancellationToken cancellationToken) =>
        _store.ReadAsync(
            async context =>
            {
                StoredFileId[] files = await StoredFiles.OfAsync(context, video, cancellationToken);
                var sent = await context.Parts
                    .Where(part => files.Contains(part.FileId)
                        && !context.Videos.Any(other => other.Id != video && (other.FileId == part.FileId || other.IndexFileId == part.FileId))
                        && !context.Companions.Any(other => other.VideoId != video && other.FileId == part.FileId))
                    .SelectMany(part => part.Replicas)
                    .Select(replica => new { replica.ChatId, replica.MessageId, replica.SentAt })
                    .Distinct().ToListAsync(cancellationToken);
                return (sent.Count, sent.Count(message => message.SentAt < sentBefore));
            },
            cancellationToken);
}
