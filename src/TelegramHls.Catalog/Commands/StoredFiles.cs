using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Database;
using TelegramHls.Catalog.Rows;
using TelegramHls.Core.Ids;

namespace TelegramHls.Catalog.Commands;

/// <summary>The rows of stored files, inside a command's transaction.</summary>
internal static class StoredFiles
{
    /// <summary>Every stored file that the video uses or that was made for it.</summary>
    public static async Task<StoredFileId[]> OfAsync(
        CatalogContext context, VideoId video, CancellationToken cancellationToken)
    {
        VideoRow? row = await context.Videos.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == video, cancellationToken);
        List<StoredFileId> made = await context.StoredFiles
            .Where(file => file.VideoId == video).Select(file => file.Id).ToListAsync(cancellationToken);
        List<StoredFileId> companions = await context.Companions
            .Where(companion => companion.VideoId == video).Select(companion => companion.FileId).ToListAsync(cancellationToken);
        StoredFileId?[] all = [row?.FileId, row?.IndexFileId];
        return [.. all.OfType<StoredFileId>().Concat(companions).Concat(made).Distinct()];
    }

    /// <summary>Removes those that no video uses and records their messages as orphans. Returns the removed ones.</summary>
    public static async Task<IReadOnlyList<StoredFileId>> DropUnusedAsync(
        CatalogContext context, StoredFileId[] files, CancellationToken cancellationToken)
    {
        var dropped = new List<StoredFileId>();
        foreach (StoredFileId file in files)
        {
            if (await context.Videos.AnyAsync(
                row => row.FileId == file || row.IndexFileId == file, cancellationToken)
                || await context.Companions.AnyAsync(row => row.FileId == file, cancellationToken))
            {
                continue;
            }

            await OrphanPartsAsync(context, file, fromIndex: 0, cancellationToken);
            await context.Intents.Where(intent => intent.FileId == file).ExecuteUpdateAsync(
                set => set.SetProperty(intent => intent.IsUnknown, true), cancellationToken);
            await context.StoredFiles.Where(row => row.Id == file).ExecuteDeleteAsync(cancellationToken);
            dropped.Add(file);
        }

        return dropped;
    }

    /// <summary>Removes the parts from an index on; their messages become orphans of the bot that sent each.</summary>
    public static async Task OrphanPartsAsync(
        CatalogContext context, StoredFileId file, int fromIndex, CancellationToken cancellationToken)
    {
        List<ReplicaRow> replicas = await context.Parts.AsNoTracking()
            .Where(part => part.FileId == file && part.Index >= fromIndex)
            .SelectMany(part => part.Replicas)
            .OrderBy(replica => replica.Number)
            .ToListAsync(cancellationToken);
        foreach (ReplicaRow sender in replicas.DistinctBy(replica => (replica.ChatId, replica.MessageId)))
        {
            await AddOrphanAsync(
                context, sender.ChatId, sender.MessageId, sender.BotId, sender.SentAt, cancellationToken);
        }

        await context.SaveChangesAsync(cancellationToken);
        await context.Parts.Where(part => part.FileId == file && part.Index >= fromIndex)
            .ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Records a message that is to be deleted; one that is recorded already stays as it is.</summary>
    public static async Task AddOrphanAsync(
        CatalogContext context,
        long chatId,
        int messageId,
        long botId,
        DateTimeOffset sentAt,
        CancellationToken cancellationToken)
    {
        if (await context.Orphans.FindAsync([chatId, messageId], cancellationToken) is null)
        {
            context.Orphans.Add(
                new OrphanRow { ChatId = chatId, MessageId = messageId, BotId = botId, SentAt = sentAt });
        }
    }
}
