namespace TelegramHls.Bot.Ingest.Poster;

internal static partial class Log
{
    [LoggerMessage(6500, LogLevel.Warning, "Telegram does not take the poster of video {Video}: {Reason}")]
    public static partial void PosterRefused(ILogger logger, string video, string reason);
}
