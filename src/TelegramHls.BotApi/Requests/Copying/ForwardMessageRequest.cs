namespace Telegram.Bot.Requests;

/// <summary>Forwards a message and returns the whole copy.</summary>
public class ForwardMessageRequest() : RequestBase<Message>("forwardMessage")
{
    /// <summary>The chat: its id or @name.</summary>
    public required ChatId ChatId { get; set; }

    /// <summary>Chat of the original.</summary>
    public required ChatId FromChatId { get; set; }

    /// <summary>Number of the message.</summary>
    public required int MessageId { get; set; }

    /// <summary>Topic of a forum.</summary>
    public int? MessageThreadId { get; set; }

    /// <summary>No sound.</summary>
    public bool DisableNotification { get; set; }

    /// <summary>Forbid forwarding and saving.</summary>
    public bool ProtectContent { get; set; }

    /// <summary>Seconds from which the video plays.</summary>
    public int? VideoStartTimestamp { get; set; }

    /// <summary>Topic of the direct messages of a channel.</summary>
    public long? DirectMessagesTopicId { get; set; }

    /// <summary>Terms of a suggested post.</summary>
    public SuggestedPostParameters? SuggestedPostParameters { get; set; }

    /// <summary>Effect; private chats only.</summary>
    public string? MessageEffectId { get; set; }
}
