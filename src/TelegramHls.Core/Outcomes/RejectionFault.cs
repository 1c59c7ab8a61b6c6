namespace TelegramHls.Core.Outcomes;

/// <summary>Where the cause of a refusal lies.</summary>
public enum RejectionFault
{
    /// <summary>The bot's token is revoked or unknown: the bot is out everywhere.</summary>
    Bot,

    /// <summary>The bot may not write to this chat (kicked, no rights, no such chat): another bot or chat may.</summary>
    Chat,

    /// <summary>The request itself is at fault (too large, malformed): no other bot would do better.</summary>
    Request,

    /// <summary>No connection to the Bot API server could be made: nothing was sent, and no bot would do better at present.</summary>
    Server,
}
