namespace Telegram.Bot.Types;

/// <summary>Music.</summary>
public class Audio : FileBase
{
    /// <summary>Whole seconds.</summary>
    public int Duration { get; set; }

    /// <summary>Performer.</summary>
    public string? Performer { get; set; }

    /// <summary>Title.</summary>
    public string? Title { get; set; }

    /// <summary>Name that the sender gave.</summary>
    public string? FileName { get; set; }

    /// <summary>Type that the sender gave.</summary>
    public string? MimeType { get; set; }

    /// <summary>Cover of the album.</summary>
    public PhotoSize? Thumbnail { get; set; }
}
