namespace Telegram.Bot.Requests;

/// <summary>Pins a message.</summary>
public class PinChatMessageRequest() : RequestBase<bool>("pinChatMessage")
{
    /// <summary>The chat: its id or @name.</summary>
    public required ChatId ChatId { get; set; }

    /// <summary>Number of the message.</summary>
    public required int MessageId { get; set; }

    /// <summary>No sound.</summary>
    public bool DisableNotification { get; set; }

    /// <summary>Business account to act for.</summary>
    public string? BusinessConnectionId { get; set; }
}
