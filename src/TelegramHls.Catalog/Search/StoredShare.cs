namespace TelegramHls.Catalog.Search;

/// <summary>What one bot keeps of a stored file in one channel.</summary>
/// <param name="BotId">The bot.</param>
/// <param name="ChatId">The channel.</param>
/// <param name="Parts">Parts there.</param>
/// <param name="Bytes">Their bytes.</param>
/// <param name="LastAt">When the last of them was sent.</param>
public sealed record StoredShare(long BotId, long ChatId, int Parts, long Bytes, DateTimeOffset LastAt);
