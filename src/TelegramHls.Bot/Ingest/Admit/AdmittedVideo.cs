using TelegramHls.Bot.Ingest.Fetch;
using TelegramHls.Core.Ids;

namespace TelegramHls.Bot.Ingest.Admit;

/// <summary>A video whose bytes may move.</summary>
/// <param name="Schema">Version of this record: 1.</param>
/// <param name="Video">The video.</param>
/// <param name="FileId">The control bot's id for the source; null for a local one.</param>
/// <param name="Size">Bytes of the source; 0 when Telegram does not say.</param>
/// <param name="Local">The source where it lies on this machine; null where Telegram has it.</param>
public sealed record AdmittedVideo(int Schema, VideoId Video, string? FileId, long Size, LocalSource? Local = null)
{
    /// <summary>Bytes that a copy of the source takes on the disk: none where it is read in its own place.</summary>
    internal long CopySize => Local is null ? Size : 0;
}
