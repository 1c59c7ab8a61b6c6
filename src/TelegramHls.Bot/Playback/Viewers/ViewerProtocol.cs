namespace TelegramHls.Bot.Playback.Viewers;

/// <summary>The way by which bytes leave.</summary>
public enum ViewerProtocol
{
    /// <summary>Segments.</summary>
    Hls,

    /// <summary>The stream link.</summary>
    Stream,

    /// <summary>A download, of the film or of what was sent.</summary>
    Download,
}
