using Microsoft.Extensions.Logging;

namespace TelegramHls.Media.Probing;

internal static partial class Log
{
    [LoggerMessage(1000, LogLevel.Information, "A source of {Size} bytes cannot be read: {Reason}")]
    public static partial void Unreadable(ILogger logger, long size, string reason);
}
