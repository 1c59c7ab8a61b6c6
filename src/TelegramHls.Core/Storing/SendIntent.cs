using TelegramHls.Core.Ids;

namespace TelegramHls.Core.Storing;

/// <summary>What is written down before a part is sent, so that a message whose answer was lost can be found again.</summary>
/// <param name="File">The stored file of the part.</param>
/// <param name="PartIndex">The part's index in it.</param>
/// <param name="BotId">The bot that will send.</param>
/// <param name="ChatId">The channel.</param>
/// <param name="FileName">The document's name, by which the message is recognised; of a forward a word for all forwards.</param>
/// <param name="LastKnownMessageId">The highest message id known in the channel before the send; 0 when none is.</param>
public sealed record SendIntent(
    StoredFileId File, int PartIndex, long BotId, long ChatId, string FileName, int LastKnownMessageId);
