using Microsoft.Extensions.Logging;

namespace TelegramHls.Media.Packaging;

internal static partial class Log
{
    [LoggerMessage(1200, LogLevel.Information, "Packaged {Bytes} bytes in {Seconds:0.0} s")]
    public static partial void Packaged(ILogger logger, long bytes, double seconds);

    [LoggerMessage(1201, LogLevel.Warning, "The source has damaged places: {LogTail}")]
    public static partial void Damaged(ILogger logger, string logTail);
}
