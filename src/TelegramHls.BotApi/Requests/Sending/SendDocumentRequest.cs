namespace Telegram.Bot.Requests;

/// <summary>Sends a file; a stream is read while it is sent and stays open.</summary>
public class SendDocumentRequest() : FileRequestBase<Message>("sendDocument")
{
    /// <summary>The chat: its id or @name.</summary>
    public required ChatId ChatId { get; set; }

    /// <summary>The file.</summary>
    public required InputFile Document { get; set; }

    /// <summary>0 to 1024 characters after its markup is read.</summary>
    public string? Caption { get; set; }

    /// <summary>How markup is written.</summary>
    public ParseMode ParseMode { get; set; }

    /// <summary>Message to answer.</summary>
    public ReplyParameters? ReplyParameters { get; set; }

    /// <summary>Buttons or keyboard.</summary>
    public ReplyMarkup? ReplyMarkup { get; set; }

    /// <summary>A new JPEG under 200 kB and 320 pixels.</summary>
    public InputFile? Thumbnail { get; set; }

    /// <summary>Topic of a forum.</summary>
    public int? MessageThreadId { get; set; }

    /// <summary>Marked spans, instead of a parse mode.</summary>
    public IEnumerable<MessageEntity>? CaptionEntities { get; set; }

    /// <summary>Keep it a plain file whatever it holds.</summary>
    public bool DisableContentTypeDetection { get; set; }

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

    /// <summary>Terms of a suggested post.</summary>
    public SuggestedPostParameters? SuggestedPostParameters { get; set; }

    /// <summary>The only person to see it.</summary>
    public long? ReceiverUserId { get; set; }

    /// <summary>Tap that it answers.</summary>
    public string? CallbackQueryId { get; set; }
}
