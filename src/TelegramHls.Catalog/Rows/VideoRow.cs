using TelegramHls.Catalog.Model;
using TelegramHls.Core.Ids;

namespace TelegramHls.Catalog.Rows;

internal sealed class VideoRow
{
    public VideoId Id { get; set; }

    public long OwnerId { get; set; }

    public long ChatId { get; set; }

    public int SourceMessageId { get; set; }

    public int? ProgressMessageId { get; set; }

    public VideoKind Kind { get; set; }

    public VideoState State { get; set; }

    public required string Title { get; set; }

    public required string FileName { get; set; }

    public string? MimeType { get; set; }

    public long Size { get; set; }

    public TimeSpan? Duration { get; set; }

    public int? Width { get; set; }

    public int? Height { get; set; }

    public string? Codecs { get; set; }

    public string? SourceUniqueId { get; set; }

    public string? SourceFileId { get; set; }

    public string? SourceSha256 { get; set; }

    public StoredFileId? FileId { get; set; }

    public StoredFileId? IndexFileId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? ReadyAt { get; set; }

    public string? FailureReason { get; set; }

    public string? FactsJson { get; set; }

    public List<TrackRow> Tracks { get; } = [];

    public Video ToVideo() => new(
        Id, OwnerId, ChatId, SourceMessageId, ProgressMessageId, Kind, State, Title, FileName, MimeType, Size, Duration,
        Width, Height, Codecs, SourceUniqueId, SourceFileId, SourceSha256, FileId, IndexFileId, CreatedAt, ReadyAt,
        FailureReason, FactsJson);
}
