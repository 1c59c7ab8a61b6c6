using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Database;
using TelegramHls.Catalog.Rows;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Storing;

namespace TelegramHls.Catalog.Ledgers;

/// <summary>The rows of parts and replicas, inside a ledger's transaction.</summary>
internal static class PartRows
{
    public static async Task<StoredFileRow> FileAsync(
        CatalogContext context, StoredFileId file, CancellationToken cancellationToken) =>
        await context.StoredFiles.SingleOrDefaultAsync(row => row.Id == file, cancellationToken)
        ?? throw new InvalidOperationException($"There is no stored file {file} (any more).");

    public static async Task<PartRow> FindOrAddAsync(
        CatalogContext context, StoredFileId file, StoredPart part, CancellationToken cancellationToken)
    {
        await FileAsync(context, file, cancellationToken);
        PartRow? row = await context.Parts.SingleOrDefaultAsync(
            row => row.FileId == file && row.Index == part.Index, cancellationToken);
        if (row is null)
        {
            row = new PartRow
            {
                FileId = file,
                Index = part.Index,
                Offset = part.Offset,
                Length = part.Length,
                Sha256 = part.Hashes.Sha256,
                Blocks = part.Hashes.Blocks,
            };
            context.Parts.Add(row);
            await context.SaveChangesAsync(cancellationToken);
            return row;
        }

        return string.Equals(row.Sha256, part.Hashes.Sha256, StringComparison.Ordinal) && row.Offset == part.Offset
            ? row
            : throw new InvalidOperationException(
                $"Part {part.Index} of {file} is committed with other bytes or at another place.");
    }

    public static async Task UpsertReplicaAsync(
        CatalogContext context, PartRow part, Replica replica, CancellationToken cancellationToken)
    {
        ReplicaRow? row = await context.Replicas.SingleOrDefaultAsync(
            row => row.ChatId == replica.ChatId && row.MessageId == replica.MessageId && row.BotId == replica.BotId,
            cancellationToken);
        if (row is null)
        {
            row = ReplicaRow.Of(replica);
            row.PartNumber = part.Number;
            context.Replicas.Add(row);
            StoredFileRow file = await FileAsync(context, part.FileId, cancellationToken);
            await context.Database.ExecuteSqlAsync(
                $"INSERT OR IGNORE INTO job_bots (bot_id, subject) VALUES ({replica.BotId}, {file.VideoId.Value})", cancellationToken);
        }
        else if (row.PartNumber != part.Number)
        {
            throw new InvalidOperationException(
                $"Message {replica.MessageId} of chat {replica.ChatId} already holds another part.");
        }

        // A message that was to be deleted and is adopted instead must not be deleted any more.
        await context.Orphans
            .Where(orphan => orphan.ChatId == replica.ChatId && orphan.MessageId == replica.MessageId)
            .ExecuteDeleteAsync(cancellationToken);
        row.FileId = replica.FileId;
        row.FileUniqueId = replica.FileUniqueId;
        row.SentAt = replica.SentAt;
    }
}
