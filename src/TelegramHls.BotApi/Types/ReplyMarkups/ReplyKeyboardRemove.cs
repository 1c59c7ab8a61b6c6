namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>Takes the bot's keyboard away.</summary>
public class ReplyKeyboardRemove : ReplyMarkup
{
    /// <summary>Always true.</summary>
    public bool RemoveKeyboard { get; } = true;

    /// <summary>Only for those the message concerns.</summary>
    public bool Selective { get; set; }
}
