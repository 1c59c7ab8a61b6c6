namespace Telegram.Bot.Requests;

/// <summary>Deletes a message younger than 48 hours.</summary>
public class DeleteMessageRequest() : RequestBase<bool>("deleteMessage")
{
    /// <summary>The chat: its id or @name.</summary>
    public required ChatId ChatId { get; set; }

    /// <summary>Number of the message.</summary>
    public required int MessageId { get; set; }
}
