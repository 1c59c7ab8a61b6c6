namespace Telegram.Bot.Requests;

/// <summary>Asks for all administrators.</summary>
public class GetChatAdministratorsRequest() : RequestBase<ChatMember[]>("getChatAdministrators")
{
    /// <summary>The chat: its id or @name.</summary>
    public required ChatId ChatId { get; set; }

    /// <summary>Name other bots, too.</summary>
    public bool ReturnBots { get; set; }
}
