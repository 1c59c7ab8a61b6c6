namespace TelegramHls.Bot.Health;

/// <summary>Events 6400 to 6499.</summary>
internal static partial class Log
{
    [LoggerMessage(6400, LogLevel.Warning, "The disk of the data directory has {Free} bytes free, below its floor of {Floor}: the cache gave up what nobody reads; films wait until there is room, or Data__MinFreeBytes is lower")]
    public static partial void DiskLow(ILogger logger, long free, long floor);

    [LoggerMessage(6401, LogLevel.Information, "The disk of the data directory has {Free} bytes free: films are taken in again")]
    public static partial void DiskRecovered(ILogger logger, long free);
}
