namespace Telegram.Bot.Types;

/// <summary>A file ready to be fetched.</summary>
public class TGFile : FileBase
{
    /// <summary>Relative: the end of a download address. Rooted: a file on the local server's disk.</summary>
    public string? FilePath { get; set; }
}
