namespace Telegram.Bot.Requests;

/// <summary>Changes the caption of a message sent in inline mode.</summary>
public class EditInlineMessageCaptionRequest() : RequestBase<bool>("editMessageCaption")
{
    /// <summary>Id of a message sent in inline mode.</summary>
    public required string InlineMessageId { get; set; }

    /// <summary>0 to 1024 characters after its markup is read.</summary>
    public string? Caption { get; set; }

    /// <summary>How markup is written.</summary>
    public ParseMode ParseMode { get; set; }

    /// <summary>Buttons or keyboard.</summary>
    public InlineKeyboardMarkup? ReplyMarkup { get; set; }

    /// <summary>Marked spans, instead of a parse mode.</summary>
    public IEnumerable<MessageEntity>? CaptionEntities { get; set; }

    /// <summary>Caption above the media.</summary>
    public bool ShowCaptionAboveMedia { get; set; }

    /// <summary>Business account to act for.</summary>
    public string? BusinessConnectionId { get; set; }
}
