using TelegramHls.Core.Ids;

namespace TelegramHls.Bot.Ingest;

/// <summary>Tells the person who sent a film how it goes, in one message that is edited.</summary>
public interface IVideoAnnouncer
{
    /// <summary>Says it when the chat's budget allows; only the latest of several is said. Never waits.</summary>
    void Show(VideoId video, VideoStatus status);

    /// <summary>Says it and waits until it was said, or cannot be said at all (blocked, chat gone).</summary>
    /// <exception cref="TimeoutException">Telegram could not be reached within half a minute.</exception>
    Task ShowAndWaitAsync(VideoId video, VideoStatus status, CancellationToken cancellationToken);
}
