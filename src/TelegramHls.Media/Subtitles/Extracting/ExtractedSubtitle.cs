namespace TelegramHls.Media.Subtitles.Extracting;

/// <summary>What became of one subtitle track.</summary>
/// <param name="Plan">The track.</param>
/// <param name="Path">The file; null when it could not be read or holds nothing.</param>
public sealed record ExtractedSubtitle(PlannedSubtitle Plan, string? Path);
