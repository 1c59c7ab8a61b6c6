namespace Telegram.Bot.Requests;

/// <summary>Asks for the standing of one member.</summary>
public class GetChatMemberRequest() : RequestBase<ChatMember>("getChatMember")
{
    /// <summary>The chat: its id or @name.</summary>
    public required ChatId ChatId { get; set; }

    /// <summary>The person or bot.</summary>
    public required long UserId { get; set; }
}
