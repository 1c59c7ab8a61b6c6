using Microsoft.Extensions.Logging;
using TelegramHls.Core.Ids;

namespace TelegramHls.Storage.Replicas;

/// <summary>Events 2600 to 2699.</summary>
internal static partial class Log
{
    [LoggerMessage(2600, LogLevel.Debug, "Part {Part} of {File} stands in {Chat} too, as message {Message} of bot {Bot}")]
    public static partial void Made(this ILogger logger, int part, StoredFileId file, long chat, int message, long bot);

    [LoggerMessage(2601, LogLevel.Warning, "{Parts} parts stand in fewer than {Wanted} channels: {Reason}")]
    public static partial void Lacking(this ILogger logger, int parts, int wanted, string reason);

    [LoggerMessage(2602, LogLevel.Debug, "Bot {Bot} has an id of part {Part} of {File} now, which bot {Lost} sent")]
    public static partial void IdAcquired(this ILogger logger, int part, StoredFileId file, long bot, long lost);

    [LoggerMessage(2603, LogLevel.Warning, "Of {Parts} parts no bot of the pool has an id, and none can be had: {Reason}")]
    public static partial void IdsLacking(this ILogger logger, int parts, string reason);
}
