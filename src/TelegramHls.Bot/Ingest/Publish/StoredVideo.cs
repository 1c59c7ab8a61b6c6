using TelegramHls.Core.Ids;

namespace TelegramHls.Bot.Ingest.Publish;

/// <summary>A video all of whose bytes are stored.</summary>
/// <param name="Schema">Version of this record: 1.</param>
/// <param name="Video">The video.</param>
/// <param name="File">The stored file that holds the stream.</param>
/// <param name="IndexFile">The stored file that holds the index.</param>
public sealed record StoredVideo(int Schema, VideoId Video, StoredFileId File, StoredFileId IndexFile);
