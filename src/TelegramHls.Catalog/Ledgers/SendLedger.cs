using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Database;
using TelegramHls.Catalog.Rows;
using TelegramHls.Core.Storing;

namespace TelegramHls.Catalog.Ledgers;

internal sealed class SendLedger(CatalogStore store) : ISendLedger
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
                .Select(row => row.MessageId).Distinct().OrderBy(id => id)
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

    public Task<IReadOnlyList<Orphan>> OrphansAsync(int limit, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<Orphan>>(
            async context =>
            {
                List<OrphanRow> rows = await context.Orphans
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
}
