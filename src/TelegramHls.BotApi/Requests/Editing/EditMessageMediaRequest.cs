namespace Telegram.Bot.Requests;

/// <summary>Puts another file in a message.</summary>
public class EditMessageMediaRequest() : FileRequestBase<Message>("editMessageMedia")
{
    /// <summary>The chat: its id or @name.</summary>
    public required ChatId ChatId { get; set; }

    /// <summary>Number of the message.</summary>
    public required int MessageId { get; set; }

    /// <summary>What to send.</summary>
    public required InputMedia Media { get; set; }

    /// <summary>Buttons or keyboard.</summary>
    public InlineKeyboardMarkup? ReplyMarkup { get; set; }

    /// <summary>Business account to act for.</summary>
    public string? BusinessConnectionId { get; set; }
}
