namespace Telegram.Bot.Types;

/// <summary>A message of another chat that is answered.</summary>
public class ExternalReplyInfo
{
    /// <summary>Where it came from.</summary>
    public MessageOrigin? Origin { get; set; }

    /// <summary>Its chat.</summary>
    public Chat? Chat { get; set; }

    /// <summary>Its number there.</summary>
    public int? MessageId { get; set; }

    /// <summary>Its animation.</summary>
    public Animation? Animation { get; set; }

    /// <summary>Its audio.</summary>
    public Audio? Audio { get; set; }

    /// <summary>Its document.</summary>
    public Document? Document { get; set; }

    /// <summary>Its photo.</summary>
    public PhotoSize[]? Photo { get; set; }

    /// <summary>Its video.</summary>
    public Video? Video { get; set; }

    /// <summary>Its round video.</summary>
    public VideoNote? VideoNote { get; set; }

    /// <summary>Its voice note.</summary>
    public Voice? Voice { get; set; }
}
