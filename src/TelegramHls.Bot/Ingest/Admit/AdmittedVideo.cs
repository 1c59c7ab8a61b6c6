using TelegramHls.Core.Ids;

namespace TelegramHls.Bot.Ingest.Admit;

/// <summary>A video whose bytes may move.</summary>
/// <param name="Schema">Version of this record: 1.</param>
/// <param name="Video">The video.</param>
/// <param name="FileId">The control bot's id for the source.</param>
/// <param name="Size">Bytes of the source; 0 when Telegram does not say.</param>
public sealed record AdmittedVideo(int Schema, VideoId Video, string FileId, long Size);
