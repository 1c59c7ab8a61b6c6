namespace Telegram.Bot.Types;

/// <summary>All groups.</summary>
public class BotCommandScopeAllGroupChats : BotCommandScope
{
    /// <summary>AllGroupChats.</summary>
    public override BotCommandScopeType Type => BotCommandScopeType.AllGroupChats;
}
