namespace TelegramHls.Catalog.Model;

/// <summary>An update that was written down and not yet handled.</summary>
/// <param name="Number">Grows with each update.</param>
/// <param name="BotId">The bot that received it.</param>
/// <param name="ChatId">The chat.</param>
/// <param name="MessageId">The message, unique in the chat.</param>
/// <param name="Kind">What the host called it.</param>
/// <param name="Json">The raw update.</param>
/// <param name="Attempts">Failed attempts at handling it.</param>
/// <param name="Error">The last failure; null when none.</param>
/// <param name="ReceivedAt">When it was written down.</param>
public sealed record InboxEntry(
    long Number,
    long BotId,
    long ChatId,
    int MessageId,
    string Kind,
    string Json,
    int Attempts,
    string? Error,
    DateTimeOffset ReceivedAt);
