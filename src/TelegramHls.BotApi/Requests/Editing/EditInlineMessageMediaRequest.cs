namespace Telegram.Bot.Requests;

/// <summary>Puts another file in a message sent in inline mode.</summary>
public class EditInlineMessageMediaRequest() : FileRequestBase<bool>("editMessageMedia")
{
    /// <summary>Id of a message sent in inline mode.</summary>
    public required string InlineMessageId { get; set; }

    /// <summary>What to send.</summary>
    public required InputMedia Media { get; set; }

    /// <summary>Buttons or keyboard.</summary>
    public InlineKeyboardMarkup? ReplyMarkup { get; set; }

    /// <summary>Business account to act for.</summary>
    public string? BusinessConnectionId { get; set; }
}
