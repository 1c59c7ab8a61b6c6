namespace Telegram.Bot.Requests;

/// <summary>Sends a text.</summary>
public class SendMessageRequest() : RequestBase<Message>("sendMessage")
{
    /// <summary>The chat: its id or @name.</summary>
    public required ChatId ChatId { get; set; }

    /// <summary>1 to 4096 characters after its markup is read.</summary>
    public required string Text { get; set; }

    /// <summary>How markup is written.</summary>
    public ParseMode ParseMode { get; set; }

    /// <summary>Message to answer.</summary>
    public ReplyParameters? ReplyParameters { get; set; }

    /// <summary>Buttons or keyboard.</summary>
    public ReplyMarkup? ReplyMarkup { get; set; }

    /// <summary>Whether and how links are previewed.</summary>
    public LinkPreviewOptions? LinkPreviewOptions { get; set; }

    /// <summary>Topic of a forum.</summary>
    public int? MessageThreadId { get; set; }

    /// <summary>Marked spans, instead of a parse mode.</summary>
    public IEnumerable<MessageEntity>? Entities { get; set; }

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
