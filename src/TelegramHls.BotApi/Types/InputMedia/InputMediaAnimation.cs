namespace Telegram.Bot.Types;

/// <summary>A GIF or a film without sound.</summary>
public class InputMediaAnimation : InputMedia, IInputMediaThumb
{
    /// <summary>Media yet to be given.</summary>
    public InputMediaAnimation()
    {
    }

    /// <summary>That file.</summary>
    public InputMediaAnimation(InputFile media)
        : base(media)
    {
    }

    /// <summary>Animation.</summary>
    public override InputMediaType Type => InputMediaType.Animation;

    /// <summary>A new JPEG under 200 kB and 320 pixels.</summary>
    public InputFile? Thumbnail { get; set; }

    /// <summary>Caption above it.</summary>
    public bool ShowCaptionAboveMedia { get; set; }

    /// <summary>Pixels.</summary>
    public int Width { get; set; }

    /// <summary>Pixels.</summary>
    public int Height { get; set; }

    /// <summary>Whole seconds.</summary>
    public int Duration { get; set; }

    /// <summary>Hidden until tapped.</summary>
    public bool HasSpoiler { get; set; }
}
