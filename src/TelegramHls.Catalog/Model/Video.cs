using TelegramHls.Core.Ids;

namespace TelegramHls.Catalog.Model;

/// <summary>A video as it is kept.</summary>
/// <param name="Id">Its name.</param>
/// <param name="OwnerId">Telegram user id of the person who sent it.</param>
/// <param name="ChatId">The chat in which it was sent and is answered.</param>
/// <param name="SourceMessageId">The message that carried it.</param>
/// <param name="ProgressMessageId">Our one message about it; null before that was sent.</param>
/// <param name="Kind">What it is.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Title">What people see.</param>
/// <param name="FileName">Name of the file as sent, or one made up for it.</param>
/// <param name="MimeType">As Telegram or the probe says; null when unknown.</param>
/// <param name="Size">Bytes of the source.</param>
/// <param name="Duration">Play time; null when unknown or meaningless.</param>
/// <param name="Width">Picture width in pixels; null when unknown or meaningless.</param>
/// <param name="Height">Picture height in pixels; null when unknown or meaningless.</param>
/// <param name="Codecs">Summary for people, such as <c>H.264, AAC</c>; null before it was probed.</param>
/// <param name="SourceUniqueId">Telegram's <c>file_unique_id</c> of what was sent; null for a local file.</param>
/// <param name="SourceFileId">The control bot's <c>file_id</c> of what was sent; null for a local file.</param>
/// <param name="SourceSha256">SHA-256 of the source, 64 lower-case hex digits; null before it was fetched.</param>
/// <param name="File">The stored file; null before storing began.</param>
/// <param name="IndexFile">The stored file that holds the index; null before it is ready and for other files.</param>
/// <param name="CreatedAt">When it was accepted.</param>
/// <param name="ReadyAt">When it was published; null before.</param>
/// <param name="FailureReason">Why it was given up, in words for people; null otherwise.</param>
/// <param name="FactsJson">What the host wants to remember for the answer; null when nothing.</param>
public sealed record Video(
    VideoId Id,
    long OwnerId,
    long ChatId,
    int SourceMessageId,
    int? ProgressMessageId,
    VideoKind Kind,
    VideoState State,
    string Title,
    string FileName,
    string? MimeType,
    long Size,
    TimeSpan? Duration,
    int? Width,
    int? Height,
    string? Codecs,
    string? SourceUniqueId,
    string? SourceFileId,
    string? SourceSha256,
    StoredFileId? File,
    StoredFileId? IndexFile,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ReadyAt,
    string? FailureReason,
    string? FactsJson);
