namespace Telegram.Bot.Types;

/// <summary>Media that is sent.</summary>
[JsonConverter(typeof(RuntimeClassConverter<InputMedia>))]
public abstract class InputMedia
{
    /// <summary>Media yet to be given.</summary>
    protected InputMedia()
    {
    }

    /// <summary>That file.</summary>
    protected InputMedia(InputFile media) => Media = media;

    /// <summary>Kind.</summary>
    public abstract InputMediaType Type { get; }

    /// <summary>The file.</summary>
    public InputFile Media { get; set; } = default!;

    /// <summary>At most 1024 characters.</summary>
    public string? Caption { get; set; }

    /// <summary>How markup in the caption is written.</summary>
    public ParseMode ParseMode { get; set; }

    /// <summary>Marked spans in the caption.</summary>
    public MessageEntity[]? CaptionEntities { get; set; }
}
