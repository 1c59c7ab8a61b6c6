namespace Telegram.Bot.Requests;

/// <summary>Asks for a chat.</summary>
public class GetChatRequest() : RequestBase<ChatFullInfo>("getChat")
{
    /// <summary>The chat: its id or @name.</summary>
    public required ChatId ChatId { get; set; }
}
