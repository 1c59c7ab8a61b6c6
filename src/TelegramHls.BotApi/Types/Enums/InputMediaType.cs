namespace Telegram.Bot.Types.Enums;

/// <summary>Kind of media that is sent.</summary>
public enum InputMediaType
{
    /// <summary>A GIF or a film without sound.</summary>
    Animation = 1,

    /// <summary>Music.</summary>
    Audio,

    /// <summary>A file.</summary>
    Document,

    /// <summary>A photo.</summary>
    Photo,

    /// <summary>A video.</summary>
    Video,
}
