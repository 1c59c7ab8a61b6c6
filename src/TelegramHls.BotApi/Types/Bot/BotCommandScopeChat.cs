namespace Telegram.Bot.Types;

/// <summary>One chat.</summary>
public class BotCommandScopeChat : BotCommandScope
{
    /// <summary>Chat.</summary>
    public override BotCommandScopeType Type => BotCommandScopeType.Chat;

    /// <summary>The chat.</summary>
    public required ChatId ChatId { get; set; }
}
