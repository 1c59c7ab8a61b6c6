using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Database;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Rows;
using TelegramHls.Core.Jobs;

namespace TelegramHls.Catalog.Commands;

/// <summary>Writes updates down before Telegram is told to forget them, and off once they are handled.</summary>
public sealed class InboxCommands
{
    private readonly CatalogStore _store;
    private readonly TimeProvider _clock;

    internal InboxCommands(CatalogStore store, TimeProvider clock) => (_store, _clock) = (store, clock);

    /// <summary>Keeps the update; false when one of the same bot, chat and message is there already, handled or not.</summary>
    /// <param name="kind">The host's word for it, such as <c>message</c>.</param>
    /// <param name="json">The raw update.</param>
    /// <param name="botId">The bot that received it.</param>
    /// <param name="chatId">The chat.</param>
    /// <param name="messageId">The message.</param>
    /// <param name="cancellationToken">Ends the wait; what was committed stays.</param>
    public Task<bool> TryAddAsync(
        long botId, long chatId, int messageId, string kind, string json, CancellationToken cancellationToken) =>
        _store.WriteAsync(
            async context =>
            {
                bool known = await context.Inbox.AnyAsync(
                    row => row.BotId == botId && row.ChatId == chatId && row.MessageId == messageId, cancellationToken);
                if (known)
                    return false;

                context.Inbox.Add(new InboxRow
                {
                    BotId = botId,
                    ChatId = chatId,
                    MessageId = messageId,
                    Kind = kind,
                    Json = json,
                    ReceivedAt = _clock.GetUtcNow(),
                });
                return true;
            },
            cancellationToken);

    /// <summary>The update needs nothing more. Handling it twice is nothing.</summary>
    public Task MarkHandledAsync(long number, CancellationToken cancellationToken) =>
        _store.WriteAsync(
            async context => { await HandleAsync(context, number, cancellationToken); }, cancellationToken);

    /// <summary>
    /// Accepts a video: its row, its job and the handled update in one transaction, so that a film is neither lost nor
    /// started twice. False when the update was handled before; then nothing is written.
    /// </summary>
    public Task<bool> QueueVideoAsync(
        long number, NewVideo video, JobRecord job, CancellationToken cancellationToken) =>
        _store.WriteAsync(
            async context =>
            {
                if (!await HandleAsync(context, number, cancellationToken))
                    return false;

                NewRows.Add(context, video, job, _clock.GetUtcNow());
                return true;
            },
            cancellationToken);

    /// <summary>Handling failed: counts it and keeps the reason. Returns how often it has failed by now; 0 when unknown.</summary>
    public Task<int> FailAttemptAsync(long number, string error, CancellationToken cancellationToken) =>
        _store.WriteAsync(
            async context =>
            {
                InboxRow? row = await context.Inbox.FindAsync([number], cancellationToken);
                if (row is null)
                    return 0;

                row.Error = error;
                return ++row.Attempts;
            },
            cancellationToken);

    private async Task<bool> HandleAsync(CatalogContext context, long number, CancellationToken cancellationToken)
    {
        InboxRow? row = await context.Inbox.FindAsync([number], cancellationToken);
        if (row is null || row.IsHandled)
            return false;

        row.IsHandled = true;
        row.HandledAt = _clock.GetUtcNow();
        return true;
    }
}
