namespace Telegram.Bot.Types;

/// <summary>Who sees a list of commands.</summary>
[JsonConverter(typeof(RuntimeClassConverter<BotCommandScope>))]
public abstract class BotCommandScope
{
    /// <summary>Kind.</summary>
    public abstract BotCommandScopeType Type { get; }

    /// <summary>Everyone without a narrower list.</summary>
    public static BotCommandScopeDefault Default() => new();

    /// <summary>All private chats.</summary>
    public static BotCommandScopeAllPrivateChats AllPrivateChats() => new();

    /// <summary>All groups.</summary>
    public static BotCommandScopeAllGroupChats AllGroupChats() => new();

    /// <summary>One chat.</summary>
    public static BotCommandScopeChat Chat(ChatId chatId) => new() { ChatId = chatId };
}
