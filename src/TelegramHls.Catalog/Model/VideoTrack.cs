namespace TelegramHls.Catalog.Model;

/// <summary>One elementary stream of a video.</summary>
/// <param name="Name"><c>v0</c>, <c>a0</c>, <c>a1</c>, <c>s0</c> …; unique within the video.</param>
/// <param name="Kind">What it carries.</param>
/// <param name="Codec">As a playlist names it (RFC 6381), such as <c>avc1.64001e</c>; for subtitles the format.</param>
/// <param name="Language">BCP 47 or ISO 639 code; null when unknown.</param>
/// <param name="Title">The name that the source gives it; null when none.</param>
/// <param name="IsDefault">Chosen when the viewer chooses nothing.</param>
/// <param name="Bitrate">Bits per second on average; null when unknown.</param>
/// <param name="Channels">Audio channels; null for other kinds.</param>
/// <param name="Width">Picture width in pixels; null for other kinds.</param>
/// <param name="Height">Picture height in pixels; null for other kinds.</param>
/// <param name="Companion">Name of the companion that holds subtitles; null for other kinds.</param>
/// <param name="IsForced">Subtitles of only what everybody has to read.</param>
/// <param name="IsHearingImpaired">Subtitles that also tell what one hears beside speech.</param>
/// <param name="IsAdded">Subtitles that a person sent for this video, and can take away again.</param>
public sealed record VideoTrack(
    string Name,
    TrackKind Kind,
    string Codec,
    string? Language = null,
    string? Title = null,
    bool IsDefault = false,
    long? Bitrate = null,
    int? Channels = null,
    int? Width = null,
    int? Height = null,
    string? Companion = null,
    bool IsForced = false,
    bool IsHearingImpaired = false,
    bool IsAdded = false);
