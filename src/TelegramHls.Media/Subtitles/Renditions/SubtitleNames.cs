using TelegramHls.Media.Playlists;

namespace TelegramHls.Media.Subtitles.Renditions;

/// <summary>Names subtitles for a player's menu; no two alike.</summary>
public static class SubtitleNames
{
    /// <summary>A name for each, in their order.</summary>
    public static string[] Of(IReadOnlyList<SubtitleRendition> subtitles) =>
        MenuNames.MakeUnique(subtitles.Select((subtitle, index) => Of(subtitle, index)));

    private static string Of(SubtitleRendition subtitle, int index)
    {
        string name = MenuNames.Of(subtitle.Language, subtitle.Title) ?? $"Subtitles {index + 1}";
        return name
            + (subtitle.IsForced && !name.Contains("forced", StringComparison.OrdinalIgnoreCase) ? " (forced)" : string.Empty)
            + (subtitle.IsHearingImpaired && !SubtitleWords.SayHearingImpaired(name) ? " (SDH)" : string.Empty);
    }
}
