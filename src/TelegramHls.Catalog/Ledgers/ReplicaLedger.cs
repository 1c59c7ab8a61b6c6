using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Database;
using TelegramHls.Catalog.Rows;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Storing;

namespace TelegramHls.Catalog.Ledgers;

internal sealed class ReplicaLedger(CatalogStore store) : IReplicaLedger
{
    public Task<IReadOnlyList<PlacedPart>> ThinPartsAsync(
        int replicas, long after, int limit, CancellationToken cancellationToken) =>
        ReadAsync(
            parts => parts.Where(part => part.Number > after).Where(IsThin(replicas)).OrderBy(part => part.Number).Take(limit),
            cancellationToken);

    public Task<IReadOnlyList<PlacedPart>> StrandedPartsAsync(
        IReadOnlyCollection<long> bots, long after, int limit, CancellationToken cancellationToken) =>
        ReadAsync(
            parts => parts
                .Where(part => part.Number > after && !part.Replicas.Any(replica => bots.Contains(replica.BotId)))
                .OrderBy(part => part.Number).Take(limit),
            cancellationToken);

    public Task<IReadOnlyDictionary<long, int>> CountStrandedAsync(
        IReadOnlyCollection<long> bots, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyDictionary<long, int>>(
            async context => await context.Parts
                .Where(part => !part.Replicas.Any(replica => bots.Contains(replica.BotId)))
                .SelectMany(part => part.Replicas, (part, replica) => new { part.Number, replica.BotId })
                .Distinct()
                .GroupBy(held => held.BotId)
                .Select(group => new { group.Key, Count = group.Count() })
                .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken),
            cancellationToken);

    public Task<IReadOnlyList<PlacedPart>> PartsInAsync(
        long chat, long after, int limit, CancellationToken cancellationToken) =>
        ReadAsync(
            parts => parts.Where(part => part.Number > after).Where(IsIn(chat)).OrderBy(part => part.Number).Take(limit),
            cancellationToken);

    public Task<int> CountInAsync(long chat, CancellationToken cancellationToken) =>
        store.ReadAsync(context => context.Parts.CountAsync(IsIn(chat), cancellationToken), cancellationToken);

    public Task<IReadOnlyList<PlacedPart>> PartsAsync(long after, int limit, CancellationToken cancellationToken) =>
        ReadAsync(
            parts => parts.Where(part => part.Number > after).OrderBy(part => part.Number).Take(limit), cancellationToken);

    public Task<IReadOnlyList<PlacedPart>> SampleAsync(int count, CancellationToken cancellationToken) =>
        ReadAsync(parts => parts.OrderBy(_ => EF.Functions.Random()).Take(count), cancellationToken);

    public Task<bool> AddReplicaAsync(
        PlacedPart part, long intent, Replica replica, int? insteadOf, CancellationToken cancellationToken) =>
        store.WriteAsync(
            async context =>
            {
                await context.Intents.Where(row => row.Number == intent).ExecuteDeleteAsync(cancellationToken);
                PartRow? row = await FindAsync(context, part, cancellationToken);
                IQueryable<ReplicaRow> there = context.Replicas.Where(other =>
                    row != null && other.PartNumber == row.Number && other.ChatId == replica.ChatId);
                await there.Where(other => other.MessageId == insteadOf).ExecuteDeleteAsync(cancellationToken);
                if (row is null || await there.AnyAsync(other => other.MessageId != replica.MessageId, cancellationToken))
                {
                    await StoredFiles.AddOrphanAsync(
                        context, replica.ChatId, replica.MessageId, replica.BotId, replica.SentAt, cancellationToken);
                    return false;
                }

                await PartRows.UpsertReplicaAsync(context, row, replica, cancellationToken);
                return true;
            },
            cancellationToken);

    public Task<bool> DropMessageAsync(
        PlacedPart part, Replica message, bool isThere, CancellationToken cancellationToken) =>
        store.WriteAsync(
            async context =>
            {
                PartRow? row = await FindAsync(context, part, cancellationToken);
                if (row is null || !await context.Replicas.AnyAsync(
                    other => other.PartNumber == row.Number
                        && (other.ChatId != message.ChatId || other.MessageId != message.MessageId),
                    cancellationToken))
                {
                    return false;
                }

                int removed = await context.Replicas
                    .Where(other => other.PartNumber == row.Number
                        && other.ChatId == message.ChatId && other.MessageId == message.MessageId)
                    .ExecuteDeleteAsync(cancellationToken);
                if (removed > 0 && isThere)
                {
                    await StoredFiles.AddOrphanAsync(
                        context, message.ChatId, message.MessageId, message.BotId, message.SentAt, cancellationToken);
                }

                return removed > 0;
            },
            cancellationToken);

    public Task<int> CountAsync(CancellationToken cancellationToken) =>
        store.ReadAsync(context => context.Parts.CountAsync(cancellationToken), cancellationToken);

    public Task RecordOrphanAsync(Orphan orphan, CancellationToken cancellationToken) =>
        store.WriteAsync(
            async context =>
            {
                if (!await context.Replicas.AnyAsync(
                    row => row.ChatId == orphan.ChatId && row.MessageId == orphan.MessageId, cancellationToken))
                {
                    await StoredFiles.AddOrphanAsync(
                        context, orphan.ChatId, orphan.MessageId, orphan.BotId, orphan.SentAt, cancellationToken);
                }
            },
            cancellationToken);

    public Task<bool> KnowsFileAsync(StoredFileId file, CancellationToken cancellationToken) =>
        store.ReadAsync(context => context.StoredFiles.AnyAsync(row => row.Id == file, cancellationToken), cancellationToken);

    /// <summary>The rule by which a part stands in fewer channels than that.</summary>
    internal static Expression<Func<PartRow, bool>> IsThin(int replicas) =>
        part => part.Replicas.Select(replica => replica.ChatId).Distinct().Count() < replicas;

    private static Expression<Func<PartRow, bool>> IsIn(long chat) =>
        part => part.Replicas.Any(replica => replica.ChatId == chat);

    private static Task<PartRow?> FindAsync(CatalogContext context, PlacedPart part, CancellationToken cancellationToken) =>
        context.Parts.SingleOrDefaultAsync(
            row => row.FileId == part.File && row.Index == part.Part.Index && row.Sha256 == part.Part.Hashes.Sha256,
            cancellationToken);

    private Task<IReadOnlyList<PlacedPart>> ReadAsync(
        Func<IQueryable<PartRow>, IQueryable<PartRow>> choose, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<PlacedPart>>(
            async context =>
            {
                List<PartRow> rows = await choose(context.Parts).Include(part => part.Replicas).AsSingleQuery()
                    .ToListAsync(cancellationToken);
                StoredFileId[] ids = [.. rows.Select(row => row.FileId).Distinct()];
                Dictionary<StoredFileId, VideoId> videos = await context.StoredFiles.Where(file => ids.Contains(file.Id))
                    .ToDictionaryAsync(file => file.Id, file => file.VideoId, cancellationToken);
                return
                [
                    .. rows.OrderBy(row => row.Number)
                        .Select(row => new PlacedPart(row.Number, row.FileId, videos[row.FileId], row.ToPart())),
                ];
            },
            cancellationToken);
}
