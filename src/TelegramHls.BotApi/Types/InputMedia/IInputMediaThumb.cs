namespace Telegram.Bot.Types;

/// <summary>Media with a thumbnail of one's own.</summary>
public interface IInputMediaThumb
{
    /// <summary>A new JPEG under 200 kB and 320 pixels.</summary>
    InputFile? Thumbnail { get; set; }
}
