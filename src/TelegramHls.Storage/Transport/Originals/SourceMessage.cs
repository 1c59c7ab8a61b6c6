namespace TelegramHls.Storage.Transport.Originals;

/// <summary>What a person sent to the control bot.</summary>
/// <param name="ChatId">Where.</param>
/// <param name="MessageId">The message there.</param>
/// <param name="FileId">The control bot's id of its file.</param>
/// <param name="FileUniqueId">The id that is equal for all bots.</param>
public sealed record SourceMessage(long ChatId, int MessageId, string FileId, string FileUniqueId);
