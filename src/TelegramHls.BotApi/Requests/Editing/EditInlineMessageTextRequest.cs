namespace Telegram.Bot.Requests;

/// <summary>Changes the text of a message sent in inline mode.</summary>
public class EditInlineMessageTextRequest() : RequestBase<bool>("editMessageText")
{
    /// <summary>Id of a message sent in inline mode.</summary>
    public required string InlineMessageId { get; set; }

    /// <summary>1 to 4096 characters after its markup is read.</summary>
    public string? Text { get; set; }

    /// <summary>How markup is written.</summary>
    public ParseMode ParseMode { get; set; }

    /// <summary>Buttons; null takes them away.</summary>
    public InlineKeyboardMarkup? ReplyMarkup { get; set; }

    /// <summary>Whether and how links are previewed.</summary>
    public LinkPreviewOptions? LinkPreviewOptions { get; set; }

    /// <summary>Marked spans, instead of a parse mode.</summary>
    public IEnumerable<MessageEntity>? Entities { get; set; }

    /// <summary>Business account to act for.</summary>
    public string? BusinessConnectionId { get; set; }
}
