using Microsoft.Extensions.Logging;

namespace TelegramHls.Storage.Transport;

/// <summary>Events 2400 to 2499.</summary>
internal static partial class Log
{
    [LoggerMessage(2400, LogLevel.Warning, "Bot {Bot} could not delete its forward {Message} in {Chat}: {Reason}")]
    public static partial void ForwardLeft(this ILogger logger, long bot, long chat, int message, string reason);

    [LoggerMessage(
        2401,
        LogLevel.Warning,
        "The Bot API server does not read parts by their path ({Reason}): they are uploaded until the next start. "
        + "Telegram__UploadByPath needs a server with --local that sees the spool directory at the same path and may read it")]
    public static partial void PathsRefused(this ILogger logger, string reason);
}
