namespace Telegram.Bot.Types;

/// <summary>A video.</summary>
public class InputMediaVideo : InputMedia, IInputMediaThumb, IAlbumInputMedia
{
    /// <summary>Media yet to be given.</summary>
    public InputMediaVideo()
    {
    }

    /// <summary>That file.</summary>
    public InputMediaVideo(InputFile media)
        : base(media)
    {
    }

    /// <summary>Video.</summary>
    public override InputMediaType Type => InputMediaType.Video;

    /// <summary>A new JPEG under 200 kB and 320 pixels.</summary>
    public InputFile? Thumbnail { get; set; }

    /// <summary>Cover.</summary>
    public InputFile? Cover { get; set; }

    /// <summary>Seconds from which it plays.</summary>
    public int? StartTimestamp { get; set; }

    /// <summary>Caption above it.</summary>
    public bool ShowCaptionAboveMedia { get; set; }

    /// <summary>Pixels.</summary>
    public int Width { get; set; }

    /// <summary>Pixels.</summary>
    public int Height { get; set; }

    /// <summary>Whole seconds.</summary>
    public int Duration { get; set; }

    /// <summary>Its index is at the front.</summary>
    public bool SupportsStreaming { get; set; }

    /// <summary>Hidden until tapped.</summary>
    public bool HasSpoiler { get; set; }
}
