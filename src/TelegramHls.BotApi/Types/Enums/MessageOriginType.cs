namespace Telegram.Bot.Types.Enums;

/// <summary>Where a forwarded message came from.</summary>
public enum MessageOriginType
{
    /// <summary>A person.</summary>
    User = 1,

    /// <summary>A person who hides the account.</summary>
    HiddenUser,

    /// <summary>A chat that wrote as itself.</summary>
    Chat,

    /// <summary>A channel.</summary>
    Channel,
}
