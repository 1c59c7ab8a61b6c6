namespace Telegram.Bot.Types;

/// <summary>From a channel.</summary>
public class MessageOriginChannel : MessageOrigin
{
    /// <summary>Channel.</summary>
    public override MessageOriginType Type => MessageOriginType.Channel;

    /// <summary>The channel.</summary>
    public Chat Chat { get; set; } = default!;

    /// <summary>Number of the post there.</summary>
    public int MessageId { get; set; }

    /// <summary>Signature of the author.</summary>
    public string? AuthorSignature { get; set; }
}
