namespace TelegramHls.Media;

/// <summary>Which players a film is packaged for.</summary>
public enum Compatibility
{
    /// <summary>Keeps what most players play; nothing is encoded again without need.</summary>
    Copy,

    /// <summary>Also adds an H.264/AAC rendition that every player plays.</summary>
    Everywhere,
}
