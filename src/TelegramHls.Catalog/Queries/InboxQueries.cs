using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Database;
using TelegramHls.Catalog.Model;

namespace TelegramHls.Catalog.Queries;

/// <summary>Looks into the inbox.</summary>
public sealed class InboxQueries
{
    private readonly CatalogStore _store;

    internal InboxQueries(CatalogStore store) => _store = store;

    /// <summary>Updates that are not handled, oldest first.</summary>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public Task<IReadOnlyList<InboxEntry>> PendingAsync(int limit, CancellationToken cancellationToken) =>
        _store.ReadAsync<IReadOnlyList<InboxEntry>>(
            async context => await context.Inbox
                .Where(row => !row.IsHandled)
                .OrderBy(row => row.Number)
                .Take(limit)
                .Select(row => new InboxEntry(
                    row.Number, row.BotId, row.ChatId, row.MessageId, row.Kind, row.Json, row.Attempts, row.Error,
                    row.ReceivedAt))
                .ToListAsync(cancellationToken),
            cancellationToken);
}
