using System.Text;
using TelegramHls.Media.Playlists;

namespace TelegramHls.Media.Subtitles.Renditions;

/// <summary>The subtitles' lines of a master playlist (RFC 8216, 4.3.4.1): all in one group, since all have one format.</summary>
internal static class SubtitleGroup
{
    private const string Id = "subtitles";

    // RFC 8216, 4.3.4.1: what tells them from subtitles of speech alone.
    private const string ForTheDeaf =
        ",CHARACTERISTICS=\"public.accessibility.transcribes-spoken-dialog,public.accessibility.describes-music-and-sound\"";

    /// <summary>One line for each.</summary>
    public static string Renditions(IReadOnlyList<SubtitleRendition> subtitles)
    {
        SubtitleRendition? chosen = subtitles.FirstOrDefault(subtitle => subtitle.IsDefault);
        string[] names = SubtitleNames.Of(subtitles);
        // A player chooses by itself among one for each language and purpose.
        HashSet<SubtitleRendition> automatic =
        [
            .. subtitles.OrderByDescending(subtitle => subtitle == chosen)
                .DistinctBy(subtitle => (LanguageTag.Of(subtitle.Language), subtitle.IsForced, subtitle.IsHearingImpaired)),
        ];
        var text = new StringBuilder();
        foreach ((SubtitleRendition subtitle, string name) in subtitles.Zip(names))
        {
            string language = LanguageTag.Of(subtitle.Language) is { } tag ? $",LANGUAGE=\"{tag}\"" : string.Empty;
            text.Append($"#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID=\"{Id}\",NAME=\"{name}\"{language}")
                .Append($",DEFAULT={YesOrNo(subtitle == chosen)},AUTOSELECT={YesOrNo(automatic.Contains(subtitle))},FORCED={YesOrNo(subtitle.IsForced)}")
                .Append(subtitle.IsHearingImpaired ? ForTheDeaf : string.Empty)
                .Append($",URI=\"{subtitle.Track}.m3u8?v={subtitle.Tag}\"\n");
        }

        return text.ToString();
    }

    /// <summary>What each stream says of them, with a comma in front; empty where there are none.</summary>
    public static string Attribute(IReadOnlyList<SubtitleRendition> subtitles) =>
        subtitles.Count == 0 ? string.Empty : $",SUBTITLES=\"{Id}\"";

    private static string YesOrNo(bool value) => value ? "YES" : "NO";
}
