using Microsoft.Extensions.Logging;
using TelegramHls.Core.Ids;

namespace TelegramHls.Storage.Reading;

/// <summary>Events 2300 to 2399.</summary>
internal static partial class Log
{
    [LoggerMessage(2300, LogLevel.Debug, "Reading part {Part} of {File} ahead failed: {Reason}")]
    public static partial void PrefetchFailed(this ILogger logger, int part, StoredFileId file, string reason);

    [LoggerMessage(2302, LogLevel.Warning, "Bot {Bot} does not give part {Part} of {File}, another way is taken: {Reason}")]
    public static partial void WayClosed(this ILogger logger, long bot, int part, StoredFileId file, string reason);

    [LoggerMessage(2301, LogLevel.Warning, "No bot of the pool can read part {Part} of {File} by its own ids; bot {Bot} gets one by forwarding")]
    public static partial void Reacquiring(this ILogger logger, int part, StoredFileId file, long bot);
}
