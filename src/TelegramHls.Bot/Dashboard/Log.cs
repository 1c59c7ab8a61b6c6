namespace TelegramHls.Bot.Dashboard;

/// <summary>Events 7200 to 7299.</summary>
internal static partial class Log
{
    [LoggerMessage(7200, LogLevel.Error, "A page of the operator could not be made")]
    public static partial void PageFailed(ILogger logger, Exception error);
}
