namespace TelegramHls.Media.Probing;

/// <summary>What a stream of a file carries.</summary>
public enum StreamKind
{
    /// <summary>Something unknown, or data.</summary>
    Data,

    /// <summary>Moving pictures, or a cover picture.</summary>
    Video,

    /// <summary>Sound.</summary>
    Audio,

    /// <summary>Subtitles, as text or as pictures.</summary>
    Subtitle,

    /// <summary>An attached file, such as a font.</summary>
    Attachment,
}
