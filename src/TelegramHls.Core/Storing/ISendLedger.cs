namespace TelegramHls.Core.Storing;

/// <summary>The durable record of sends without an answer and of messages to be deleted. Every method commits before it returns.</summary>
public interface ISendLedger
{
    /// <summary>Intents written before <paramref name="before"/> that were neither committed nor abandoned, oldest first.</summary>
    Task<IReadOnlyList<UnresolvedSend>> UnresolvedSendsAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Message ids of the chat above <paramref name="above"/> that a row names, as a replica or as to be deleted, ascending.</summary>
    Task<IReadOnlyList<int>> KnownMessagesAsync(long chatId, int above, CancellationToken cancellationToken);

    /// <summary>Removes the intent and, where its message was found, records that as an orphan, in one transaction.</summary>
    Task ResolveSendAsync(long intent, Orphan? orphan, CancellationToken cancellationToken);

    /// <summary>Messages that still have to be deleted and were not tried since <paramref name="triedBefore"/>, oldest first.</summary>
    Task<IReadOnlyList<Orphan>> OrphansAsync(DateTimeOffset triedBefore, int limit, CancellationToken cancellationToken);

    /// <summary>The message is gone.</summary>
    Task ForgetOrphanAsync(long chatId, int messageId, CancellationToken cancellationToken);

    /// <summary>The message stands there for ever, with one byte in it: it is counted, and not tried again.</summary>
    Task MarkOrphanEmptiedAsync(long chatId, int messageId, CancellationToken cancellationToken);

    /// <summary>The messages could be neither deleted nor emptied at that time, and why.</summary>
    Task MarkOrphansLeftAsync(
        IReadOnlyList<Orphan> orphans, DateTimeOffset triedAt, string reason, CancellationToken cancellationToken);
}
