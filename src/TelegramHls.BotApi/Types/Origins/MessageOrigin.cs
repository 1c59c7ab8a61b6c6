namespace Telegram.Bot.Types;

/// <summary>Where a forwarded message came from.</summary>
[JsonConverter(typeof(MessageOriginConverter))]
public abstract class MessageOrigin
{
    /// <summary>Kind.</summary>
    public abstract MessageOriginType Type { get; }

    /// <summary>When the original was sent, UTC.</summary>
    public DateTime Date { get; set; }
}
