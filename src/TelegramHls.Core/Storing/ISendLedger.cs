namespace TelegramHls.Core.Storing;

/// <summary>The durable record of sends without an answer and of messages to be deleted. Every method commits before it returns.</summary>
public interface ISendLedger
{
    /// <summary>Intents written before <paramref name="before"/> that were neither committed nor abandoned, oldest first.</summary>
    Task<IReadOnlyList<UnresolvedSend>> UnresolvedSendsAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Message ids of the chat above <paramref name="above"/> that a replica row names, ascending.</summary>
    Task<IReadOnlyList<int>> KnownMessagesAsync(long chatId, int above, CancellationToken cancellationToken);

    /// <summary>Removes the intent and, where its message was found, records that as an orphan, in one transaction.</summary>
    Task ResolveSendAsync(long intent, Orphan? orphan, CancellationToken cancellationToken);

    /// <summary>Messages that still have to be deleted, oldest first.</summary>
    Task<IReadOnlyList<Orphan>> OrphansAsync(int limit, CancellationToken cancellationToken);

    /// <summary>The message is gone or emptied.</summary>
    Task ForgetOrphanAsync(long chatId, int messageId, CancellationToken cancellationToken);
}
