namespace TelegramHls.Catalog.Model;

/// <summary>What was sent.</summary>
public enum VideoKind
{
    /// <summary>A film with at least one video track.</summary>
    Video,

    /// <summary>Sound only.</summary>
    Audio,

    /// <summary>Any other file; it can only be downloaded.</summary>
    File,
}
