namespace Telegram.Bot.Types;

/// <summary>From a chat that wrote as itself.</summary>
public class MessageOriginChat : MessageOrigin
{
    /// <summary>Chat.</summary>
    public override MessageOriginType Type => MessageOriginType.Chat;

    /// <summary>The chat.</summary>
    public Chat SenderChat { get; set; } = default!;

    /// <summary>Signature of an anonymous administrator.</summary>
    public string? AuthorSignature { get; set; }
}
