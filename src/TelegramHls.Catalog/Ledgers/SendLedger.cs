using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Database;
using TelegramHls.Catalog.Rows;
using TelegramHls.Core.Storing;

namespace TelegramHls.Catalog.Ledgers;

internal sealed class SendLedger(CatalogStore store, TimeProvider clock) : ISendLedger
{
    public Task<IReadOnlyList<UnresolvedSend>> UnresolvedSendsAsync(
        DateTimeOffset before, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<UnresolvedSend>>(
            async context =>
            {
                List<IntentRow> rows = await context.Intents.Where(row => row.At < before)
                    .OrderBy(row => row.Number).ToListAsync(cancellationToken);
                return [.. rows.Select(row => row.ToSend())];
            },
            cancellationToken);

    public Task<IReadOnlyList<int>> KnownMessagesAsync(long chatId, int above, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<int>>(
            async context => await context.Replicas
                .Where(row => row.ChatId == chatId && row.MessageId > above)
                .Select(row => row.MessageId)
                .Union(context.Orphans.Where(row => row.ChatId == chatId && row.MessageId > above).Select(row => row.MessageId))
                .OrderBy(id => id)
                .ToListAsync(cancellationToken),
            cancellationToken);

    public Task ResolveSendAsync(long intent, Orphan? orphan, CancellationToken cancellationToken) =>
        store.WriteAsync(
            async context =>
            {
                await context.Intents.Where(row => row.Number == intent).ExecuteDeleteAsync(cancellationToken);
                if (orphan is not null)
                {
                    await StoredFiles.AddOrphanAsync(
                        context, orphan.ChatId, orphan.MessageId, orphan.BotId, orphan.SentAt, cancellationToken);
                }
            },
            cancellationToken);

    public Task<IReadOnlyList<Orphan>> OrphansAsync(
        DateTimeOffset triedBefore, int limit, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<Orphan>>(
            async context =>
            {
                List<OrphanRow> rows = await context.Orphans
                    .Where(row => row.EmptiedAt == null && (row.TriedAt == null || row.TriedAt < triedBefore))
                    .OrderBy(row => row.SentAt).ThenBy(row => row.ChatId).ThenBy(row => row.MessageId)
                    .Take(limit).ToListAsync(cancellationToken);
                return [.. rows.Select(row => row.ToOrphan())];
            },
            cancellationToken);

    public Task ForgetOrphanAsync(long chatId, int messageId, CancellationToken cancellationToken) =>
        store.WriteAsync(
            context => context.Orphans.Where(row => row.ChatId == chatId && row.MessageId == messageId)
                .ExecuteDeleteAsync(cancellationToken),
            cancellationToken);

    public Task MarkOrphanEmptiedAsync(long chatId, int messageId, CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        return store.WriteAsync(
            context => context.Orphans.Where(row => row.ChatId == chatId && row.MessageId == messageId).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.EmptiedAt, now).SetProperty(row => row.Reason, (string?)null), cancellationToken),
            cancellationToken);
    }

    public Task MarkOrphansLeftAsync(
        IReadOnlyList<Orphan> orphans, DateTimeOffset triedAt, string reason, CancellationToken cancellationToken) =>
        store.WriteAsync(
            async context =>
            {
                foreach (IGrouping<long, Orphan> chat in orphans.GroupBy(orphan => orphan.ChatId))
                {
                    int[] messages = [.. chat.Select(orphan => orphan.MessageId)];
                    await context.Orphans.Where(row => row.ChatId == chat.Key && messages.Contains(row.MessageId)).ExecuteUpdateAsync(
                        set => set.SetProperty(row => row.TriedAt, triedAt).SetProperty(row => row.Reason, reason), cancellationToken);
                }
            },
            cancellationToken);
}
