namespace Telegram.Bot.Types;

/// <summary>A video.</summary>
public class Video : FileBase
{
    /// <summary>Pixels.</summary>
    public int Width { get; set; }

    /// <summary>Pixels.</summary>
    public int Height { get; set; }

    /// <summary>Whole seconds.</summary>
    public int Duration { get; set; }

    /// <summary>Small picture of it.</summary>
    public PhotoSize? Thumbnail { get; set; }

    /// <summary>Its cover in several sizes.</summary>
    public PhotoSize[]? Cover { get; set; }

    /// <summary>Seconds from which it plays.</summary>
    public int? StartTimestamp { get; set; }

    /// <summary>Name that the sender gave.</summary>
    public string? FileName { get; set; }

    /// <summary>Type that the sender gave.</summary>
    public string? MimeType { get; set; }
}
