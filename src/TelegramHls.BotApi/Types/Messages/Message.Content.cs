namespace Telegram.Bot.Types;

public partial class Message
{
    /// <summary>Text.</summary>
    public string? Text { get; set; }

    /// <summary>Marked spans in the text.</summary>
    public MessageEntity[]? Entities { get; set; }

    /// <summary>How links in the text are previewed.</summary>
    public LinkPreviewOptions? LinkPreviewOptions { get; set; }

    /// <summary>Effect.</summary>
    public string? EffectId { get; set; }

    /// <summary>A GIF or a film without sound; <see cref="Document"/> then holds the same file.</summary>
    public Animation? Animation { get; set; }

    /// <summary>Music.</summary>
    public Audio? Audio { get; set; }

    /// <summary>A file.</summary>
    public Document? Document { get; set; }

    /// <summary>A photo, the largest size last.</summary>
    public PhotoSize[]? Photo { get; set; }

    /// <summary>A sticker.</summary>
    public Sticker? Sticker { get; set; }

    /// <summary>A video.</summary>
    public Video? Video { get; set; }

    /// <summary>A round video.</summary>
    public VideoNote? VideoNote { get; set; }

    /// <summary>A voice note.</summary>
    public Voice? Voice { get; set; }

    /// <summary>Caption of the media.</summary>
    public string? Caption { get; set; }

    /// <summary>Marked spans in the caption.</summary>
    public MessageEntity[]? CaptionEntities { get; set; }

    /// <summary>Caption above the media.</summary>
    public bool ShowCaptionAboveMedia { get; set; }

    /// <summary>Media hidden until tapped.</summary>
    public bool HasMediaSpoiler { get; set; }

    /// <summary>A contact.</summary>
    public Contact? Contact { get; set; }

    /// <summary>A point on earth.</summary>
    public Location? Location { get; set; }
}
