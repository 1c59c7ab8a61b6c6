using Microsoft.Extensions.Logging;

namespace TelegramHls.Media.Subtitles.Extracting;

internal static partial class Log
{
    [LoggerMessage(1500, LogLevel.Information, "Subtitle track {Stream} ({Codec}) cannot be read: {Reason}")]
    public static partial void Unreadable(ILogger logger, int stream, string codec, string reason);
}
