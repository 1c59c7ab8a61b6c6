namespace TelegramHls.Bot.Ingest.Previews;

internal static partial class Log
{
    [LoggerMessage(7000, LogLevel.Warning, "Video {Video} has no previews: {Reason}")]
    public static partial void NoPreviews(ILogger logger, string video, string reason);
}
