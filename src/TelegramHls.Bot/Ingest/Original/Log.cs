namespace TelegramHls.Bot.Ingest.Original;

internal static partial class Log
{
    [LoggerMessage(6700, LogLevel.Warning, "The original of video {Video} is not kept: {Reason}")]
    public static partial void OriginalNotKept(ILogger logger, string video, string reason);
}
