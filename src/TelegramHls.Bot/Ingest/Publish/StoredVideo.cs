using System.Text.Json.Serialization;
using TelegramHls.Bot.Ingest.Plan;
using TelegramHls.Core.Ids;

namespace TelegramHls.Bot.Ingest.Publish;

/// <summary>A video all of whose bytes are stored.</summary>
/// <param name="Schema">Version of this record: 1.</param>
/// <param name="Video">The video.</param>
/// <param name="File">The stored file that holds the stream.</param>
/// <param name="IndexFile">The stored file that holds the index.</param>
/// <param name="Planned">How it was made; null for a video that an earlier version of this program stored.</param>
public sealed record StoredVideo(
    int Schema,
    VideoId Video,
    StoredFileId File,
    StoredFileId IndexFile,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PlannedVideo? Planned = null);
