namespace Telegram.Bot.Types;

/// <summary>Any file.</summary>
public class Document : FileBase
{
    /// <summary>Small picture of it.</summary>
    public PhotoSize? Thumbnail { get; set; }

    /// <summary>Name that the sender gave.</summary>
    public string? FileName { get; set; }

    /// <summary>Type that the sender gave.</summary>
    public string? MimeType { get; set; }
}
