namespace TelegramHls.Catalog.Model;

/// <summary>The kinds of tracks.</summary>
public enum TrackKind
{
    /// <summary>Pictures.</summary>
    Video,

    /// <summary>Sound.</summary>
    Audio,

    /// <summary>Subtitles.</summary>
    Subtitle,
}
