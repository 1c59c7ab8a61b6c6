namespace Telegram.Bot.Types;

/// <summary>A person with fewer rights.</summary>
public class ChatMemberRestricted : ChatMember
{
    /// <summary>Restricted.</summary>
    public override ChatMemberStatus Status => ChatMemberStatus.Restricted;

    /// <summary>In the chat now.</summary>
    public bool IsMember { get; set; }

    /// <summary>Texts.</summary>
    public bool CanSendMessages { get; set; }

    /// <summary>Music.</summary>
    public bool CanSendAudios { get; set; }

    /// <summary>Files.</summary>
    public bool CanSendDocuments { get; set; }

    /// <summary>Photos.</summary>
    public bool CanSendPhotos { get; set; }

    /// <summary>Videos.</summary>
    public bool CanSendVideos { get; set; }

    /// <summary>Round videos.</summary>
    public bool CanSendVideoNotes { get; set; }

    /// <summary>Voice notes.</summary>
    public bool CanSendVoiceNotes { get; set; }

    /// <summary>Polls.</summary>
    public bool CanSendPolls { get; set; }

    /// <summary>Stickers, animations, games.</summary>
    public bool CanSendOtherMessages { get; set; }

    /// <summary>Link previews.</summary>
    public bool CanAddWebPagePreviews { get; set; }

    /// <summary>Title, photo, settings.</summary>
    public bool CanChangeInfo { get; set; }

    /// <summary>Invite.</summary>
    public bool CanInviteUsers { get; set; }

    /// <summary>Pin.</summary>
    public bool CanPinMessages { get; set; }

    /// <summary>Make topics.</summary>
    public bool CanManageTopics { get; set; }

    /// <summary>When the limits end, UTC; null or the default date: never.</summary>
    public DateTime? UntilDate { get; set; }
}
