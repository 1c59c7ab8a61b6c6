namespace Telegram.Bot.Types;

/// <summary>A sticker.</summary>
public class Sticker : FileBase
{
    /// <summary>Kind.</summary>
    public StickerType Type { get; set; }

    /// <summary>Pixels.</summary>
    public int Width { get; set; }

    /// <summary>Pixels.</summary>
    public int Height { get; set; }

    /// <summary>A vector animation.</summary>
    public bool IsAnimated { get; set; }

    /// <summary>A video.</summary>
    public bool IsVideo { get; set; }

    /// <summary>Small picture of it.</summary>
    public PhotoSize? Thumbnail { get; set; }

    /// <summary>Emoji that it stands for.</summary>
    public string? Emoji { get; set; }

    /// <summary>Name of its set.</summary>
    public string? SetName { get; set; }
}
