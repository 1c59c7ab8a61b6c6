using TelegramHls.Catalog.Model;

namespace TelegramHls.Bot.Conversation.Inbox;

/// <summary>A file that a person sent, whatever kind of message carried it.</summary>
/// <param name="FileId">The control bot's id for it.</param>
/// <param name="UniqueId">Telegram's id for the content.</param>
/// <param name="Kind">What it seems to be; the probe has the last word.</param>
/// <param name="FileName">As sent, or one made up from the kind.</param>
/// <param name="Title">What people will see.</param>
/// <param name="Size">Bytes; 0 when Telegram does not say.</param>
/// <param name="MimeType">As Telegram says; null when it does not.</param>
internal sealed record IncomingMedia(
    string FileId, string UniqueId, VideoKind Kind, string FileName, string Title, long Size, string? MimeType);
