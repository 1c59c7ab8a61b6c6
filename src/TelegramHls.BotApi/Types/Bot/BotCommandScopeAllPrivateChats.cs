namespace Telegram.Bot.Types;

/// <summary>All private chats.</summary>
public class BotCommandScopeAllPrivateChats : BotCommandScope
{
    /// <summary>AllPrivateChats.</summary>
    public override BotCommandScopeType Type => BotCommandScopeType.AllPrivateChats;
}
