using TelegramHls.Media.Planning;

namespace TelegramHls.Media.Playlists;

/// <summary>
/// Renditions of sound among which a player chooses. Each group has the same members with the same names (RFC 8216, 4.3.4.1.1):
/// where a sound is not kept in a group's codec, its AAC stands in.
/// </summary>
/// <param name="Id">Its <c>GROUP-ID</c>.</param>
/// <param name="Renditions">Its members, in the order of the film's sounds.</param>
internal sealed record AudioGroup(string Id, AudioRendition[] Renditions)
{
    private const string Surround = "surround";

    /// <summary>The groups of a film; what every browser plays comes first.</summary>
    public static AudioGroup[] Of(TrackSegments[] sounds)
    {
        TrackSegments[] heard = [.. sounds.Where(sound => !sounds.Any(other => IsBeside(sound, other)))];
        string[] names = AudioNames.Of(heard);
        AudioGroup Group(string id, IEnumerable<TrackSegments> members, Func<TrackSegments, TrackSegments> played)
        {
            TrackSegments[] all = [.. members];
            TrackSegments chosen = Array.Find(all, sound => sound.Track.Plan.IsDefault) ?? all[0];
            bool[] isAutomatic = Automatic(all, chosen);
            return new AudioGroup(id, [.. all.Select((sound, place) => new AudioRendition(
                played(sound), names[Array.IndexOf(heard, sound)], sound == chosen, isAutomatic[place]))]);
        }

        return
        [
            // Films of earlier versions may have several codecs here: who cannot play one passes over its group.
            .. heard.GroupBy(sound => sound.Track.Plan.Codec, StringComparer.Ordinal)
                .Select(group => Group(group.Key, group, sound => sound)),
            .. sounds.Except(heard).GroupBy(IdOf, StringComparer.Ordinal)
                .Select(group => Group(group.Key, heard, sound => group.FirstOrDefault(kept => IsBeside(kept, sound)) ?? sound)),
        ];
    }

    // Receivers that take one of the two take the other.
    private static string IdOf(TrackSegments kept) => kept.Track.Plan.Codec is "ac3" or "eac3" ? Surround : kept.Track.Plan.Codec;

    private static bool IsBeside(TrackSegments kept, TrackSegments sound) =>
        kept.Track.Plan.Beside is { } id && string.Equals(id, sound.Track.Plan.Id, StringComparison.Ordinal);

    // One for each language and purpose; a commentary is chosen by hand alone.
    private static bool[] Automatic(TrackSegments[] members, TrackSegments chosen)
    {
        var taken = new HashSet<(string?, bool)>();
        bool Take(PlannedTrack plan) => !plan.IsComment && taken.Add((LanguageTag.Of(plan.Language), plan.IsDescription));
        Take(chosen.Track.Plan);
        return [.. members.Select(member => member == chosen || Take(member.Track.Plan))];
    }
}
