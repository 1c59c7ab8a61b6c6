namespace Telegram.Bot.Requests;

/// <summary>Sends a video; a stream is read while it is sent and stays open.</summary>
public class SendVideoRequest() : FileRequestBase<Message>("sendVideo")
{
    /// <summary>The chat: its id or @name.</summary>
    public required ChatId ChatId { get; set; }

    /// <summary>The video, MPEG-4.</summary>
    public required InputFile Video { get; set; }

    /// <summary>0 to 1024 characters after its markup is read.</summary>
    public string? Caption { get; set; }

    /// <summary>How markup is written.</summary>
    public ParseMode ParseMode { get; set; }

    /// <summary>Message to answer.</summary>
    public ReplyParameters? ReplyParameters { get; set; }

    /// <summary>Buttons or keyboard.</summary>
    public ReplyMarkup? ReplyMarkup { get; set; }

    /// <summary>Whole seconds.</summary>
    public int? Duration { get; set; }

    /// <summary>Pixels.</summary>
    public int? Width { get; set; }

    /// <summary>Pixels.</summary>
    public int? Height { get; set; }

    /// <summary>A new JPEG under 200 kB and 320 pixels.</summary>
    public InputFile? Thumbnail { get; set; }

    /// <summary>Topic of a forum.</summary>
    public int? MessageThreadId { get; set; }

    /// <summary>Marked spans, instead of a parse mode.</summary>
    public IEnumerable<MessageEntity>? CaptionEntities { get; set; }

    /// <summary>Caption above the media.</summary>
    public bool ShowCaptionAboveMedia { get; set; }

    /// <summary>Hidden until tapped.</summary>
    public bool HasSpoiler { get; set; }

    /// <summary>Its index is at the front.</summary>
    public bool SupportsStreaming { get; set; }

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

    /// <summary>Cover.</summary>
    public InputFile? Cover { get; set; }

    /// <summary>Seconds from which it plays.</summary>
    public int? StartTimestamp { get; set; }

    /// <summary>Topic of the direct messages of a channel.</summary>
    public long? DirectMessagesTopicId { get; set; }

    /// <summary>Terms of a suggested post.</summary>
    public SuggestedPostParameters? SuggestedPostParameters { get; set; }

    /// <summary>The only person to see it.</summary>
    public long? ReceiverUserId { get; set; }

    /// <summary>Tap that it answers.</summary>
    public string? CallbackQueryId { get; set; }
}
