namespace Telegram.Bot.Types;

/// <summary>Music.</summary>
public class InputMediaAudio : InputMedia, IInputMediaThumb, IAlbumInputMedia
{
    /// <summary>Media yet to be given.</summary>
    public InputMediaAudio()
    {
    }

    /// <summary>That file.</summary>
    public InputMediaAudio(InputFile media)
        : base(media)
    {
    }

    /// <summary>Audio.</summary>
    public override InputMediaType Type => InputMediaType.Audio;

    /// <summary>A new JPEG under 200 kB and 320 pixels.</summary>
    public InputFile? Thumbnail { get; set; }

    /// <summary>Whole seconds.</summary>
    public int Duration { get; set; }

    /// <summary>Performer.</summary>
    public string? Performer { get; set; }

    /// <summary>Title.</summary>
    public string? Title { get; set; }
}
