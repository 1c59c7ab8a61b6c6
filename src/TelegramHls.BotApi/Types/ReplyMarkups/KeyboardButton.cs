namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>A button in place of the keyboard.</summary>
public class KeyboardButton
{
    /// <summary>A button without a text yet.</summary>
    public KeyboardButton()
    {
    }

    /// <summary>A button that sends its text.</summary>
    public KeyboardButton(string text) => Text = text;

    /// <summary>Text on it, sent when tapped.</summary>
    public string Text { get; set; } = default!;

    /// <summary>Sends the person's telephone number instead.</summary>
    public bool RequestContact { get; set; }

    /// <summary>Sends the person's place instead.</summary>
    public bool RequestLocation { get; set; }

    /// <summary>Web app that it opens.</summary>
    public WebAppInfo? WebApp { get; set; }

    /// <summary>A button that sends its text.</summary>
    public static implicit operator KeyboardButton(string text) => new(text);
}
