using TelegramHls.Media.Planning;

namespace TelegramHls.Media.Playlists;

/// <summary>Names audio tracks for a player's menu; no two alike.</summary>
internal static class AudioNames
{
    public static string[] Of(TrackSegments[] sounds)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return [.. sounds.Select((sound, index) =>
        {
            string wanted = Wanted(sound, index);
            string name = wanted;
            for (int i = 2; !taken.Add(name); i++)
            {
                name = $"{wanted} ({i})";
            }

            return name;
        })];
    }

    private static string Wanted(TrackSegments sound, int index)
    {
        PlannedTrack plan = sound.Track.Plan;
        string? title = plan.Title is { } text ? Quotable(text) : plan.IsComment ? "Commentary" : plan.IsDescription ? "Audio description" : null;
        string? language = LanguageTag.NameOf(plan.Language);
        return (language, title) switch
        {
            (null, null or "") => $"Audio {index + 1}",
            (null, _) => title,
            (_, null or "") => language,
            _ => title.Contains(language, StringComparison.OrdinalIgnoreCase) ? title : $"{language} - {title}",
        };
    }

    // RFC 8216, 4.2: a quoted string holds neither line ends nor quotation marks.
    private static string Quotable(string text) =>
        new string([.. text.Where(letter => !char.IsControl(letter)).Select(letter => letter == '"' ? '\'' : letter).Take(80)]).Trim();
}
