namespace TelegramHls.Core.Storing;

/// <summary>A message of ours in a channel that no committed row names and that is to be deleted.</summary>
/// <param name="ChatId">The channel.</param>
/// <param name="MessageId">The message.</param>
/// <param name="BotId">The bot that sent it.</param>
/// <param name="SentAt">When; a bot may delete a channel post for 48 hours only.</param>
public sealed record Orphan(long ChatId, int MessageId, long BotId, DateTimeOffset SentAt);
