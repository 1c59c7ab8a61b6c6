namespace Telegram.Bot.Types;

/// <summary>An administrator.</summary>
public class ChatMemberAdministrator : ChatMember
{
    /// <summary>Administrator.</summary>
    public override ChatMemberStatus Status => ChatMemberStatus.Administrator;

    /// <summary>The bot may change these rights.</summary>
    public bool CanBeEdited { get; set; }

    /// <summary>Writes as the chat.</summary>
    public bool IsAnonymous { get; set; }

    /// <summary>See what administrators see.</summary>
    public bool CanManageChat { get; set; }

    /// <summary>Delete messages of others.</summary>
    public bool CanDeleteMessages { get; set; }

    /// <summary>Manage video chats.</summary>
    public bool CanManageVideoChats { get; set; }

    /// <summary>Restrict and ban.</summary>
    public bool CanRestrictMembers { get; set; }

    /// <summary>Make administrators.</summary>
    public bool CanPromoteMembers { get; set; }

    /// <summary>Title, photo, settings.</summary>
    public bool CanChangeInfo { get; set; }

    /// <summary>Invite.</summary>
    public bool CanInviteUsers { get; set; }

    /// <summary>Post stories.</summary>
    public bool CanPostStories { get; set; }

    /// <summary>Edit stories of others.</summary>
    public bool CanEditStories { get; set; }

    /// <summary>Delete stories of others.</summary>
    public bool CanDeleteStories { get; set; }

    /// <summary>Post; channels only.</summary>
    public bool CanPostMessages { get; set; }

    /// <summary>Edit posts of others and pin; channels only.</summary>
    public bool CanEditMessages { get; set; }

    /// <summary>Pin; groups only.</summary>
    public bool CanPinMessages { get; set; }

    /// <summary>Manage topics.</summary>
    public bool CanManageTopics { get; set; }

    /// <summary>Manage direct messages of a channel.</summary>
    public bool CanManageDirectMessages { get; set; }

    /// <summary>Title beside the name.</summary>
    public string? CustomTitle { get; set; }
}
