using TelegramHls.Media.Playlists;
using TelegramHls.Media.Probing;

namespace TelegramHls.Media.Subtitles.Extracting;

/// <summary>Says what of a film's subtitles is lost or cannot be shown.</summary>
public static class SubtitleNotes
{
    /// <summary>One sentence on those that are pictures; null where there are none.</summary>
    public static string? Pictures(MediaFacts facts)
    {
        PlannedSubtitle[] pictures = [.. SubtitlePlanner.Plan(facts).Where(subtitle => !subtitle.Format.IsText())];
        return pictures.Length == 0
            ? null
            : $"Subtitles that are pictures ({Names(pictures)}) are kept for download; browsers cannot show them.";
    }

    /// <summary>One sentence on those that could not be taken out.</summary>
    public static string Unreadable(IReadOnlyCollection<PlannedSubtitle> subtitles) =>
        $"Left out: subtitles that are empty or cannot be read ({Names(subtitles)}).";

    private static string Names(IEnumerable<PlannedSubtitle> subtitles) => string.Join(
        ", ", subtitles.Select(subtitle => MenuNames.Of(subtitle.Language, subtitle.Title) ?? $"track {subtitle.SourceIndex}"));
}
