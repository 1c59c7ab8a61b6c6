namespace Telegram.Bot.Types;

/// <summary>A GIF, or an H.264 film without sound.</summary>
public class Animation : FileBase
{
    /// <summary>Pixels.</summary>
    public int Width { get; set; }

    /// <summary>Pixels.</summary>
    public int Height { get; set; }

    /// <summary>Whole seconds.</summary>
    public int Duration { get; set; }

    /// <summary>Small picture of it.</summary>
    public PhotoSize? Thumbnail { get; set; }

    /// <summary>Name that the sender gave.</summary>
    public string? FileName { get; set; }

    /// <summary>Type that the sender gave.</summary>
    public string? MimeType { get; set; }
}
