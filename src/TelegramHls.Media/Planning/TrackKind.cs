namespace TelegramHls.Media.Planning;

/// <summary>What a track of a packaged film carries.</summary>
public enum TrackKind
{
    /// <summary>Moving pictures.</summary>
    Video,

    /// <summary>Sound.</summary>
    Audio,
}
