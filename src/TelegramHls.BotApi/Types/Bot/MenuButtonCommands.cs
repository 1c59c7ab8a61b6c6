namespace Telegram.Bot.Types;

/// <summary>The list of commands.</summary>
public class MenuButtonCommands : MenuButton
{
    /// <summary>Commands.</summary>
    public override MenuButtonType Type => MenuButtonType.Commands;
}
