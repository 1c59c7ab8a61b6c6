namespace Telegram.Bot.Types;

/// <summary>Any file.</summary>
public class InputMediaDocument : InputMedia, IInputMediaThumb, IAlbumInputMedia
{
    /// <summary>Media yet to be given.</summary>
    public InputMediaDocument()
    {
    }

    /// <summary>That file.</summary>
    public InputMediaDocument(InputFile media)
        : base(media)
    {
    }

    /// <summary>Document.</summary>
    public override InputMediaType Type => InputMediaType.Document;

    /// <summary>A new JPEG under 200 kB and 320 pixels.</summary>
    public InputFile? Thumbnail { get; set; }

    /// <summary>Keep it a plain file whatever it holds.</summary>
    public bool DisableContentTypeDetection { get; set; }
}
