using Microsoft.Extensions.Logging;

namespace TelegramHls.Catalog;

internal static partial class Log
{
    [LoggerMessage(3000, LogLevel.Information, "The database was brought up to date: {Count} changes, the last is {Last}.")]
    public static partial void Migrated(ILogger logger, int count, string last);

    [LoggerMessage(3001, LogLevel.Information, "The database was copied to {Copy} before it is changed.")]
    public static partial void Copied(ILogger logger, string copy);
}
