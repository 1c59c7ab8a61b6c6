namespace Telegram.Bot.Types;

/// <summary>A file that Telegram keeps.</summary>
public abstract class FileBase
{
    /// <summary>Names the file for this bot only.</summary>
    public string FileId { get; set; } = default!;

    /// <summary>The same for all bots; cannot be used to download.</summary>
    public string FileUniqueId { get; set; } = default!;

    /// <summary>Bytes.</summary>
    public long? FileSize { get; set; }
}
