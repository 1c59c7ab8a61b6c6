namespace Telegram.Bot.Types;

/// <summary>A message: where it stands and where it came from.</summary>
public partial class Message
{
    /// <summary>Number within the chat.</summary>
    [JsonPropertyName("message_id")]
    public int Id { get; set; }

    /// <summary>The same as <see cref="Id"/>.</summary>
    [JsonIgnore]
    public int MessageId => Id;

    /// <summary>Topic of a forum.</summary>
    public int? MessageThreadId { get; set; }

    /// <summary>Who sent it; null in channels.</summary>
    public User? From { get; set; }

    /// <summary>The chat that wrote as itself; in channels the channel.</summary>
    public Chat? SenderChat { get; set; }

    /// <summary>When it was sent, UTC, whole seconds; the default date when the bot cannot reach it any more.</summary>
    public DateTime Date { get; set; }

    /// <summary>Business account that it belongs to.</summary>
    public string? BusinessConnectionId { get; set; }

    /// <summary>Its chat.</summary>
    public Chat Chat { get; set; } = default!;

    /// <summary>Where the original came from, when it was forwarded; null for a kind from a newer server.</summary>
    public MessageOrigin? ForwardOrigin { get; set; }

    /// <summary>Stands in a topic.</summary>
    public bool IsTopicMessage { get; set; }

    /// <summary>A channel post in its discussion group.</summary>
    public bool IsAutomaticForward { get; set; }

    /// <summary>The message that it answers; that one's own answer is left out.</summary>
    public Message? ReplyToMessage { get; set; }

    /// <summary>The message of another chat that it answers.</summary>
    public ExternalReplyInfo? ExternalReply { get; set; }

    /// <summary>The part that it quotes.</summary>
    public TextQuote? Quote { get; set; }

    /// <summary>Bot through which it was sent.</summary>
    public User? ViaBot { get; set; }

    /// <summary>When it was last edited, UTC.</summary>
    public DateTime? EditDate { get; set; }

    /// <summary>It cannot be forwarded.</summary>
    public bool HasProtectedContent { get; set; }

    /// <summary>The album that it is part of.</summary>
    public string? MediaGroupId { get; set; }

    /// <summary>Signature of the author in a channel.</summary>
    public string? AuthorSignature { get; set; }

    /// <summary>Buttons below it.</summary>
    public InlineKeyboardMarkup? ReplyMarkup { get; set; }

    /// <summary>Where a forwarded message was sent first, when that is a chat.</summary>
    [JsonIgnore]
    public Chat? ForwardFromChat => ForwardOrigin switch
    {
        MessageOriginChannel origin => origin.Chat,
        MessageOriginChat origin => origin.SenderChat,
        _ => null,
    };

    /// <summary>Number of a forwarded post in its channel.</summary>
    [JsonIgnore]
    public int? ForwardFromMessageId => (ForwardOrigin as MessageOriginChannel)?.MessageId;

    /// <summary>Who sent a forwarded message first, when that is a person who shows it.</summary>
    [JsonIgnore]
    public User? ForwardFrom => (ForwardOrigin as MessageOriginUser)?.SenderUser;

    /// <summary>When a forwarded message was sent first, UTC.</summary>
    [JsonIgnore]
    public DateTime? ForwardDate => ForwardOrigin?.Date;
}
