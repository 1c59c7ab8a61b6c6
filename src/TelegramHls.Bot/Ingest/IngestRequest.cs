using TelegramHls.Core.Ids;

namespace TelegramHls.Bot.Ingest;

/// <summary>What the first step takes; everything else stands in the video's row.</summary>
/// <param name="Schema">Version of this record: 1.</param>
/// <param name="Video">The video.</param>
public sealed record IngestRequest(int Schema, VideoId Video);
