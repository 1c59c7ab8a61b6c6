namespace Telegram.Bot.Requests;

/// <summary>Unpins a message, or the latest one.</summary>
public class UnpinChatMessageRequest() : RequestBase<bool>("unpinChatMessage")
{
    /// <summary>The chat: its id or @name.</summary>
    public required ChatId ChatId { get; set; }

    /// <summary>Number of the message; null: the latest.</summary>
    public int? MessageId { get; set; }

    /// <summary>Business account to act for.</summary>
    public string? BusinessConnectionId { get; set; }
}
