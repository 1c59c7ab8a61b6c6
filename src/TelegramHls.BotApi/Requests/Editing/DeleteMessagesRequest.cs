namespace Telegram.Bot.Requests;

/// <summary>Deletes 1 to 100 messages younger than 48 hours; those that are gone are passed over.</summary>
public class DeleteMessagesRequest() : RequestBase<bool>("deleteMessages")
{
    /// <summary>The chat: its id or @name.</summary>
    public required ChatId ChatId { get; set; }

    /// <summary>1 to 100 numbers, rising.</summary>
    public required IEnumerable<int> MessageIds { get; set; }
}
