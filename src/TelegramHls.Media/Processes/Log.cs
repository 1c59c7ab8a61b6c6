using Microsoft.Extensions.Logging;

namespace TelegramHls.Media.Processes;

internal static partial class Log
{
    [LoggerMessage(1700, LogLevel.Information, "ffmpeg {Version} found at {Path}")]
    public static partial void Found(ILogger logger, string path, string version);
}
