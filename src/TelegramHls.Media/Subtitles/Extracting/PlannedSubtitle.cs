namespace TelegramHls.Media.Subtitles.Extracting;

/// <summary>One subtitle track of a source that is kept.</summary>
/// <param name="SourceIndex">The stream of the source.</param>
/// <param name="Codec">ffmpeg's name of its codec.</param>
/// <param name="Format">What it is kept as.</param>
/// <param name="Language">As the source says, mostly ISO 639-2; null when unsaid.</param>
/// <param name="Title">As the source says.</param>
/// <param name="IsDefault">Shown unless the viewer says otherwise.</param>
/// <param name="IsForced">Only what everybody has to read, such as signs.</param>
/// <param name="IsHearingImpaired">With what one hears beside speech.</param>
public sealed record PlannedSubtitle(
    int SourceIndex,
    string Codec,
    SubtitleFormat Format,
    string? Language,
    string? Title,
    bool IsDefault,
    bool IsForced,
    bool IsHearingImpaired);
