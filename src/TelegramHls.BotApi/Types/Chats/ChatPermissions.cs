namespace Telegram.Bot.Types;

/// <summary>What members may do.</summary>
public class ChatPermissions
{
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
}
