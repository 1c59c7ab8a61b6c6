namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>What a button copies.</summary>
public class CopyTextButton
{
    /// <summary>1 to 256 characters.</summary>
    public string Text { get; set; } = default!;
}
