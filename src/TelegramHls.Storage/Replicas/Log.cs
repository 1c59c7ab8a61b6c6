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
}
