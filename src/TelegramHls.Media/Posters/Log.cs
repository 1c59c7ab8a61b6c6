using Microsoft.Extensions.Logging;

namespace TelegramHls.Media.Posters;

internal static partial class Log
{
    [LoggerMessage(1300, LogLevel.Information, "No picture for a poster: {Reason}")]
    public static partial void NoPicture(ILogger logger, string reason);
}
