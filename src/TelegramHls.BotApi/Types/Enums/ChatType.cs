namespace Telegram.Bot.Types.Enums;

/// <summary>Kind of a chat; 0 when a newer server names another.</summary>
public enum ChatType
{
    /// <summary>A person and the bot.</summary>
    Private = 1,

    /// <summary>A basic group.</summary>
    Group,

    /// <summary>A channel.</summary>
    Channel,

    /// <summary>A supergroup.</summary>
    Supergroup,

    /// <summary>The private chat of the sender of an inline query.</summary>
    Sender,
}
