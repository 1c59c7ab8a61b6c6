namespace Telegram.Bot.Requests;

/// <summary>Changes the text of a message.</summary>
public class EditMessageTextRequest() : RequestBase<Message>("editMessageText")
{
    /// <summary>The chat: its id or @name.</summary>
    public required ChatId ChatId { get; set; }

    /// <summary>Number of the message.</summary>
    public required int MessageId { get; set; }

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
