using Microsoft.Extensions.Logging;

namespace TelegramHls.Storage.Transport;

/// <summary>Events 2400 to 2499.</summary>
internal static partial class Log
{
    [LoggerMessage(2400, LogLevel.Warning, "Bot {Bot} could not delete its forward {Message} in {Chat}: {Reason}")]
    public static partial void ForwardLeft(this ILogger logger, long bot, long chat, int message, string reason);
}
