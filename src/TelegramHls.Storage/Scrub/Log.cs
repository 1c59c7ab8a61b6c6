using Microsoft.Extensions.Logging;

namespace TelegramHls.Storage.Scrub;

/// <summary>Events 2500 to 2599.</summary>
internal static partial class Log
{
    [LoggerMessage(2500, LogLevel.Information, "Removed messages: {Deleted} deleted, {Emptied} emptied, {Left} left")]
    public static partial void Removed(this ILogger logger, int deleted, int emptied, int left);

    [LoggerMessage(2501, LogLevel.Warning, "{Count} messages in {Chat}, the first of them {Message}, can be neither deleted nor emptied yet: {Reason}")]
    public static partial void Left(this ILogger logger, int count, long chat, int message, string reason);

    [LoggerMessage(2502, LogLevel.Information, "Found message {Message} in {Chat}, whose answer was lost: {Name}")]
    public static partial void OrphanFound(this ILogger logger, int message, long chat, string name);

    [LoggerMessage(2503, LogLevel.Information, "Send of {Name} to {Chat} left no message")]
    public static partial void NothingSent(this ILogger logger, string name, long chat);

    [LoggerMessage(2504, LogLevel.Warning, "Sweep of {Chat} stopped early: {Reason}")]
    public static partial void SweepStopped(this ILogger logger, long chat, string reason);
}
