namespace Telegram.Bot.Types;

/// <summary>Which message is answered.</summary>
public class ReplyParameters
{
    /// <summary>Its number.</summary>
    public int MessageId { get; set; }

    /// <summary>Its chat when that is another one.</summary>
    public ChatId? ChatId { get; set; }

    /// <summary>Send even when it is gone.</summary>
    public bool AllowSendingWithoutReply { get; set; }

    /// <summary>Exact part of it to quote.</summary>
    public string? Quote { get; set; }

    /// <summary>How markup in the quote is written.</summary>
    public ParseMode QuoteParseMode { get; set; }

    /// <summary>Marked spans in the quote.</summary>
    public MessageEntity[]? QuoteEntities { get; set; }

    /// <summary>Where the quote begins, in UTF-16 units.</summary>
    public int? QuotePosition { get; set; }

    /// <summary>Answers that message of the same chat.</summary>
    public static implicit operator ReplyParameters(int replyToMessageId) => new() { MessageId = replyToMessageId };

    /// <summary>Answers that message.</summary>
    [return: NotNullIfNotNull(nameof(message))]
    public static implicit operator ReplyParameters?(Message? message) =>
        message is null ? null : new() { MessageId = message.Id, ChatId = message.Chat.Id };
}
