using TelegramHls.Bot.Ingest.Fetch;
using TelegramHls.Core.Ids;

namespace TelegramHls.Bot.Ingest;

/// <summary>What the first step takes; everything else stands in the video's row.</summary>
/// <param name="Schema">Version of this record: 1.</param>
/// <param name="Video">The video.</param>
/// <param name="Local">The source where it lies on this machine; null where Telegram has it.</param>
public sealed record IngestRequest(int Schema, VideoId Video, LocalSource? Local = null);
