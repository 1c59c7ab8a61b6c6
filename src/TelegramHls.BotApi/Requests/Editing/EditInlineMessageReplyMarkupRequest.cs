namespace Telegram.Bot.Requests;

/// <summary>Changes the buttons of a message sent in inline mode.</summary>
public class EditInlineMessageReplyMarkupRequest() : RequestBase<bool>("editMessageReplyMarkup")
{
    /// <summary>Id of a message sent in inline mode.</summary>
    public required string InlineMessageId { get; set; }

    /// <summary>Buttons or keyboard.</summary>
    public InlineKeyboardMarkup? ReplyMarkup { get; set; }

    /// <summary>Business account to act for.</summary>
    public string? BusinessConnectionId { get; set; }
}
