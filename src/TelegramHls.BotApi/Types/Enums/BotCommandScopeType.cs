namespace Telegram.Bot.Types.Enums;

/// <summary>Who sees a list of commands.</summary>
public enum BotCommandScopeType
{
    /// <summary>Everyone without a narrower list.</summary>
    Default = 1,

    /// <summary>All private chats.</summary>
    AllPrivateChats,

    /// <summary>All groups.</summary>
    AllGroupChats,

    /// <summary>Administrators of groups.</summary>
    AllChatAdministrators,

    /// <summary>One chat.</summary>
    Chat,

    /// <summary>Administrators of one chat.</summary>
    ChatAdministrators,

    /// <summary>One member of a chat.</summary>
    ChatMember,
}
