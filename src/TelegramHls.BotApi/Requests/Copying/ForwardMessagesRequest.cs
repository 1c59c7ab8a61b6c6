namespace Telegram.Bot.Requests;

/// <summary>Forwards messages; those that are gone are passed over.</summary>
public class ForwardMessagesRequest() : RequestBase<MessageId[]>("forwardMessages")
{
    /// <summary>The chat: its id or @name.</summary>
    public required ChatId ChatId { get; set; }

    /// <summary>Chat of the original.</summary>
    public required ChatId FromChatId { get; set; }

    /// <summary>1 to 100 numbers, rising.</summary>
    public required IEnumerable<int> MessageIds { get; set; }

    /// <summary>Topic of a forum.</summary>
    public int? MessageThreadId { get; set; }

    /// <summary>No sound.</summary>
    public bool DisableNotification { get; set; }

    /// <summary>Forbid forwarding and saving.</summary>
    public bool ProtectContent { get; set; }

    /// <summary>Topic of the direct messages of a channel.</summary>
    public long? DirectMessagesTopicId { get; set; }
}
