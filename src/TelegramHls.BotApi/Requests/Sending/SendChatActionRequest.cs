namespace Telegram.Bot.Requests;

/// <summary>Shows for at most 5 seconds what the bot is doing.</summary>
public class SendChatActionRequest() : RequestBase<bool>("sendChatAction")
{
    /// <summary>The chat: its id or @name.</summary>
    public required ChatId ChatId { get; set; }

    /// <summary>What to show.</summary>
    public required ChatAction Action { get; set; }

    /// <summary>Topic of a forum.</summary>
    public int? MessageThreadId { get; set; }

    /// <summary>Business account to act for.</summary>
    public string? BusinessConnectionId { get; set; }
}
