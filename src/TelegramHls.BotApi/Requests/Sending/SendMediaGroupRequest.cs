namespace Telegram.Bot.Requests;

/// <summary>Sends 2 to 10 files as an album.</summary>
public class SendMediaGroupRequest() : FileRequestBase<Message[]>("sendMediaGroup")
{
    /// <summary>The chat: its id or @name.</summary>
    public required ChatId ChatId { get; set; }

    /// <summary>What to send.</summary>
    public required IEnumerable<IAlbumInputMedia> Media { get; set; }

    /// <summary>Message to answer.</summary>
    public ReplyParameters? ReplyParameters { get; set; }

    /// <summary>Topic of a forum.</summary>
    public int? MessageThreadId { get; set; }

    /// <summary>No sound.</summary>
    public bool DisableNotification { get; set; }

    /// <summary>Forbid forwarding and saving.</summary>
    public bool ProtectContent { get; set; }

    /// <summary>Effect; private chats only.</summary>
    public string? MessageEffectId { get; set; }

    /// <summary>Business account to act for.</summary>
    public string? BusinessConnectionId { get; set; }

    /// <summary>Pay for more than 30 messages a second.</summary>
    public bool AllowPaidBroadcast { get; set; }

    /// <summary>Topic of the direct messages of a channel.</summary>
    public long? DirectMessagesTopicId { get; set; }
}
