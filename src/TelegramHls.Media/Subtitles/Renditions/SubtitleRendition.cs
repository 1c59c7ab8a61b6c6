namespace TelegramHls.Media.Subtitles.Renditions;

/// <summary>Subtitles as the master playlist offers them.</summary>
/// <param name="Track"><c>s0</c>, <c>s1</c> …; part of their addresses.</param>
/// <param name="Language">As the source says, mostly ISO 639; null when unsaid.</param>
/// <param name="Title">As the source says; null when unsaid.</param>
/// <param name="IsDefault">Shown unless the viewer says otherwise.</param>
/// <param name="IsForced">Only what everybody has to read, such as signs.</param>
/// <param name="IsHearingImpaired">With what one hears beside speech.</param>
/// <param name="Tag">Changes with their bytes; part of their addresses.</param>
public sealed record SubtitleRendition(
    string Track, string? Language, string? Title, bool IsDefault, bool IsForced, bool IsHearingImpaired, string Tag);
