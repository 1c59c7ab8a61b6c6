namespace TelegramHls.Catalog.Model;

/// <summary>
/// What the probe found out. The values mean what they mean in <see cref="Video"/>; a null title or type keeps the one
/// that is there.
/// </summary>
public sealed record VideoFacts(
    VideoKind Kind,
    TimeSpan? Duration,
    int? Width,
    int? Height,
    string? Codecs,
    string? FactsJson,
    string? MimeType = null,
    string? Title = null);
