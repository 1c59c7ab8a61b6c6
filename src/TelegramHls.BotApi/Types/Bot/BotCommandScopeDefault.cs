namespace Telegram.Bot.Types;

/// <summary>Everyone without a narrower list.</summary>
public class BotCommandScopeDefault : BotCommandScope
{
    /// <summary>Default.</summary>
    public override BotCommandScopeType Type => BotCommandScopeType.Default;
}
