namespace Telegram.Bot.Types;

/// <summary>A tap on an inline button.</summary>
public class CallbackQuery
{
    /// <summary>To be answered with, within 150 seconds.</summary>
    public string Id { get; set; } = default!;

    /// <summary>Who tapped.</summary>
    public User From { get; set; } = default!;

    /// <summary>The message with the button; of the default date when the bot cannot reach it any more.</summary>
    public Message? Message { get; set; }

    /// <summary>Id of a message sent in inline mode.</summary>
    public string? InlineMessageId { get; set; }

    /// <summary>The same for all taps in one chat.</summary>
    public string ChatInstance { get; set; } = default!;

    /// <summary>Data of the button, at most 64 bytes.</summary>
    public string? Data { get; set; }

    /// <summary>A game to open.</summary>
    public string? GameShortName { get; set; }
}
