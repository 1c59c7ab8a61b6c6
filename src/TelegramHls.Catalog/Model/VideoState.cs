namespace TelegramHls.Catalog.Model;

/// <summary>Where a video stands.</summary>
public enum VideoState
{
    /// <summary>Accepted; its job waits.</summary>
    Queued,

    /// <summary>Its job works; nothing of it is stored yet.</summary>
    Working,

    /// <summary>Its parts are being stored: the HLS link may play what is there.</summary>
    Storing,

    /// <summary>Published: every link works.</summary>
    Ready,

    /// <summary>Given up; nothing but the history is left.</summary>
    Failed,

    /// <summary>On its way out: no link works any more.</summary>
    Deleting,
}
