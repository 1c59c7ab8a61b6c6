namespace Telegram.Bot.Types;

/// <summary>A round video.</summary>
public class VideoNote : FileBase
{
    /// <summary>Pixels, both ways.</summary>
    public int Length { get; set; }

    /// <summary>Whole seconds.</summary>
    public int Duration { get; set; }

    /// <summary>Small picture of it.</summary>
    public PhotoSize? Thumbnail { get; set; }
}
