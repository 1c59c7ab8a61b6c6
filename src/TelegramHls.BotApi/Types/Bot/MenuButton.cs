namespace Telegram.Bot.Types;

/// <summary>The button beside the text field.</summary>
[JsonConverter(typeof(MenuButtonConverter))]
public abstract class MenuButton
{
    /// <summary>Kind.</summary>
    public abstract MenuButtonType Type { get; }
}
