namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>Buttons in place of the keyboard.</summary>
public class ReplyKeyboardMarkup : ReplyMarkup
{
    /// <summary>An empty keyboard.</summary>
    public ReplyKeyboardMarkup()
    {
    }

    /// <summary>A keyboard of these rows.</summary>
    public ReplyKeyboardMarkup(IEnumerable<IEnumerable<KeyboardButton>> keyboard) => Keyboard = keyboard;

    /// <summary>A keyboard of one row.</summary>
    public ReplyKeyboardMarkup(params KeyboardButton[] keyboardRow) => Keyboard = [keyboardRow];

    /// <summary>Rows of buttons.</summary>
    public IEnumerable<IEnumerable<KeyboardButton>> Keyboard { get; set; } = [];

    /// <summary>Stays open.</summary>
    public bool IsPersistent { get; set; }

    /// <summary>As low as its rows.</summary>
    public bool ResizeKeyboard { get; set; }

    /// <summary>Closes after one tap.</summary>
    public bool OneTimeKeyboard { get; set; }

    /// <summary>Text in the empty field, 1 to 64 characters.</summary>
    public string? InputFieldPlaceholder { get; set; }

    /// <summary>Only for those the message concerns.</summary>
    public bool Selective { get; set; }
}
