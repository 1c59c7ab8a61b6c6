namespace Telegram.Bot.Types.Enums;

/// <summary>Standing of a member.</summary>
public enum ChatMemberStatus
{
    /// <summary>The owner.</summary>
    Creator = 1,

    /// <summary>An administrator.</summary>
    Administrator,

    /// <summary>A plain member.</summary>
    Member,

    /// <summary>Not a member.</summary>
    Left,

    /// <summary>Banned.</summary>
    Kicked,

    /// <summary>A member with fewer rights.</summary>
    Restricted,
}
