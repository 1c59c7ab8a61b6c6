namespace TelegramHls.Bot.Ingest.Subtitles;

internal static partial class Log
{
    [LoggerMessage(6900, LogLevel.Warning, "Telegram does not take subtitles of video {Video}: {Reason}")]
    public static partial void SubtitleRefused(ILogger logger, string video, string reason);
}
