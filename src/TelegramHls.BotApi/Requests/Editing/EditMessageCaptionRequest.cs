namespace Telegram.Bot.Requests;

/// <summary>Changes the caption of a message.</summary>
public class EditMessageCaptionRequest() : RequestBase<Message>("editMessageCaption")
{
    /// <summary>The chat: its id or @name.</summary>
    public required ChatId ChatId { get; set; }

    /// <summary>Number of the message.</summary>
    public required int MessageId { get; set; }

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
