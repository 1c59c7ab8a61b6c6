namespace TelegramHls.Bot.Ingest.Store;

/// <summary>Events 6800 to 6899.</summary>
internal static partial class Log
{
    [LoggerMessage(6800, LogLevel.Warning, "{What}")]
    public static partial void HardwareFailed(ILogger logger, string what);
}
