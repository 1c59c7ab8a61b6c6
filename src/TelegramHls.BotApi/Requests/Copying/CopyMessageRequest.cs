namespace Telegram.Bot.Requests;

/// <summary>Sends a copy without a link to the original.</summary>
public class CopyMessageRequest() : RequestBase<MessageId>("copyMessage")
{
    /// <summary>The chat: its id or @name.</summary>
    public required ChatId ChatId { get; set; }

    /// <summary>Chat of the original.</summary>
    public required ChatId FromChatId { get; set; }

    /// <summary>Number of the message.</summary>
    public required int MessageId { get; set; }

    /// <summary>0 to 1024 characters after its markup is read.</summary>
    public string? Caption { get; set; }

    /// <summary>How markup is written.</summary>
    public ParseMode ParseMode { get; set; }

    /// <summary>Message to answer.</summary>
    public ReplyParameters? ReplyParameters { get; set; }

    /// <summary>Buttons or keyboard.</summary>
    public ReplyMarkup? ReplyMarkup { get; set; }

    /// <summary>Topic of a forum.</summary>
    public int? MessageThreadId { get; set; }

    /// <summary>Marked spans, instead of a parse mode.</summary>
    public IEnumerable<MessageEntity>? CaptionEntities { get; set; }

    /// <summary>Caption above the media.</summary>
    public bool ShowCaptionAboveMedia { get; set; }

    /// <summary>No sound.</summary>
    public bool DisableNotification { get; set; }

    /// <summary>Forbid forwarding and saving.</summary>
    public bool ProtectContent { get; set; }

    /// <summary>Pay for more than 30 messages a second.</summary>
    public bool AllowPaidBroadcast { get; set; }

    /// <summary>Seconds from which the video plays.</summary>
    public int? VideoStartTimestamp { get; set; }

    /// <summary>Topic of the direct messages of a channel.</summary>
    public long? DirectMessagesTopicId { get; set; }

    /// <summary>Terms of a suggested post.</summary>
    public SuggestedPostParameters? SuggestedPostParameters { get; set; }

    /// <summary>Effect; private chats only.</summary>
    public string? MessageEffectId { get; set; }
}
