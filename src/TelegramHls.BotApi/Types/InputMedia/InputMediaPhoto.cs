namespace Telegram.Bot.Types;

/// <summary>A photo.</summary>
public class InputMediaPhoto : InputMedia, IAlbumInputMedia
{
    /// <summary>Media yet to be given.</summary>
    public InputMediaPhoto()
    {
    }

    /// <summary>That file.</summary>
    public InputMediaPhoto(InputFile media)
        : base(media)
    {
    }

    /// <summary>Photo.</summary>
    public override InputMediaType Type => InputMediaType.Photo;

    /// <summary>Caption above it.</summary>
    public bool ShowCaptionAboveMedia { get; set; }

    /// <summary>Hidden until tapped.</summary>
    public bool HasSpoiler { get; set; }
}
