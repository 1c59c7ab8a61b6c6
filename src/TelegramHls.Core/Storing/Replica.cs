namespace TelegramHls.Core.Storing;

/// <summary>One copy of a part: a document message of ours in a channel.</summary>
/// <param name="ChatId">The channel; -100… as the Bot API writes it.</param>
/// <param name="MessageId">The message in that channel. With <paramref name="ChatId"/> the durable name of the copy.</param>
/// <param name="BotId">The bot for which <paramref name="FileId"/> is valid.</param>
/// <param name="FileId">That bot's id for the document: a cache, it may go stale.</param>
/// <param name="FileUniqueId">Equal for all bots; cannot be downloaded by.</param>
/// <param name="SentAt">When the message was posted, whole seconds; decides whether a bot may still delete it (48 h).</param>
public sealed record Replica(
    long ChatId, int MessageId, long BotId, string FileId, string FileUniqueId, DateTimeOffset SentAt);
