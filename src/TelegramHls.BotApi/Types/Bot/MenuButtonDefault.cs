namespace Telegram.Bot.Types;

/// <summary>Telegram's choice.</summary>
public class MenuButtonDefault : MenuButton
{
    /// <summary>Default.</summary>
    public override MenuButtonType Type => MenuButtonType.Default;
}
