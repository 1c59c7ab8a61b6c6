namespace Telegram.Bot.Requests;

/// <summary>Unpins all messages.</summary>
public class UnpinAllChatMessagesRequest() : RequestBase<bool>("unpinAllChatMessages")
{
    /// <summary>The chat: its id or @name.</summary>
    public required ChatId ChatId { get; set; }
}
