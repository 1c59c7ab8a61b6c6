namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>Opens the answer to this message.</summary>
public class ForceReplyMarkup : ReplyMarkup
{
    /// <summary>Always true.</summary>
    public bool ForceReply { get; } = true;

    /// <summary>Text in the empty field, 1 to 64 characters.</summary>
    public string? InputFieldPlaceholder { get; set; }

    /// <summary>Only for those the message concerns.</summary>
    public bool Selective { get; set; }
}
