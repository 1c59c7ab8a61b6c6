using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using TelegramHls.Media.Planning;

namespace TelegramHls.Media.Playlists;

/// <summary>Writes the master playlist (RFC 8216, 4.3.4): the video, and the sound in one group for each codec.</summary>
public static class MasterPlaylist
{
    /// <summary>The text for <c>/hls/{key}/master.m3u8</c>.</summary>
    /// <param name="tracks">All tracks of the film; one that stayed empty to the end is left out.</param>
    /// <param name="version">Version of the stored file; part of every address.</param>
    public static string Write(ImmutableArray<TrackSegments> tracks, int version)
    {
        tracks = tracks.RemoveAll(track => track is { IsComplete: true, Segments.IsEmpty: true });
        TrackSegments? video = tracks.FirstOrDefault(track => track.Track.Plan.Kind == TrackKind.Video);
        TrackSegments[] sounds = [.. tracks.Where(track => track.Track.Plan.Kind == TrackKind.Audio)];
        var text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n");
        if (video is null && sounds.Length == 1 || sounds.Length == 0)
        {
            TrackSegments only = video ?? sounds[0];
            return text.Append(Stream(only, Bandwidth.Of(only), [only.Track.Codecs], group: null, version)).ToString();
        }

        // Players want one codec in a group; who cannot play it passes over the whole stream that names it.
        TrackSegments[][] groups = [.. sounds.GroupBy(GroupOf, StringComparer.Ordinal).Select(group => group.ToArray())];
        string[] names = AudioNames.Of(sounds);
        foreach (TrackSegments sound in sounds)
        {
            text.Append(Rendition(sound, names[Array.IndexOf(sounds, sound)], IsChosen(sound, groups), version));
        }

        foreach (TrackSegments[] group in groups)
        {
            TrackSegments first = video ?? group[0];
            Bandwidth largest = group.Select(Bandwidth.Of).MaxBy(bandwidth => bandwidth.Peak);
            Bandwidth bandwidth = video is null ? largest : Bandwidth.Of(video) + largest;
            string[] codecs = [.. group.Select(sound => sound.Track.Codecs).Prepend(first.Track.Codecs).Distinct(StringComparer.Ordinal)];
            text.Append(Stream(first, bandwidth, codecs, GroupOf(group[0]), version));
        }

        return text.ToString();
    }

    private static string GroupOf(TrackSegments sound) => sound.Track.Plan.Codec;

    private static bool IsChosen(TrackSegments sound, TrackSegments[][] groups)
    {
        TrackSegments[] group = Array.Find(groups, group => group.Contains(sound)) ?? [];
        return sound == (Array.Find(group, other => other.Track.Plan.IsDefault) ?? group[0]);
    }

    private static string Rendition(TrackSegments sound, string name, bool isChosen, int version)
    {
        PlannedTrack plan = sound.Track.Plan;
        string language = LanguageTag.Of(plan.Language) is { } tag ? $",LANGUAGE=\"{tag}\"" : string.Empty;
        string channels = plan.Sound is { Channels: > 0 } facts ? $",CHANNELS=\"{facts.Channels}\"" : string.Empty;
        return $"#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"{GroupOf(sound)}\",NAME=\"{name}\"{language},DEFAULT={(isChosen ? "YES" : "NO")}"
            + $",AUTOSELECT=YES{channels},URI=\"{plan.Id}.m3u8?v={version}\"\n";
    }

    private static string Stream(TrackSegments track, Bandwidth bandwidth, string[] codecs, string? group, int version)
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"#EXT-X-STREAM-INF:BANDWIDTH={bandwidth.Peak},")
            .Append(CultureInfo.InvariantCulture, $"AVERAGE-BANDWIDTH={bandwidth.Average},CODECS=\"{string.Join(',', codecs)}\"")
            .Append(PictureAttributes.Of(track.Track.Plan.Picture));
        text.Append(group is null ? string.Empty : $",AUDIO=\"{group}\"");
        return text.Append(CultureInfo.InvariantCulture, $"\n{track.Track.Plan.Id}.m3u8?v={version}\n").ToString();
    }
}
