using TelegramHls.Core.Ids;

namespace TelegramHls.Catalog.Model;

/// <summary>What is known of a video when it is accepted. The values mean what they mean in <see cref="Video"/>.</summary>
public sealed record NewVideo(
    VideoId Id,
    long OwnerId,
    long ChatId,
    int SourceMessageId,
    VideoKind Kind,
    string Title,
    string FileName,
    long Size,
    string? MimeType = null,
    string? SourceUniqueId = null,
    string? SourceFileId = null);
