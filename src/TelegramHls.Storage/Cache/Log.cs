using Microsoft.Extensions.Logging;
using TelegramHls.Core.Ids;

namespace TelegramHls.Storage.Cache;

/// <summary>Events 2200 to 2299.</summary>
internal static partial class Log
{
    [LoggerMessage(2200, LogLevel.Error, "Block {Block} of part {Part} of {File} came with a wrong SHA-256; it is fetched another way")]
    public static partial void WrongBlock(this ILogger logger, int block, int part, StoredFileId file);

    [LoggerMessage(2201, LogLevel.Warning, "Download of part {Part} of {File} failed, {Failures} in a row: {Reason}")]
    public static partial void DownloadFailed(
        this ILogger logger, int part, StoredFileId file, int failures, string reason);

    [LoggerMessage(2202, LogLevel.Debug, "Cache holds {Bytes} bytes, dropped {Path}")]
    public static partial void Evicted(this ILogger logger, long bytes, string path);
}
