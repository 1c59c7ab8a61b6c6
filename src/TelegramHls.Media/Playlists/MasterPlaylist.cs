using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using TelegramHls.Media.Planning;
using TelegramHls.Media.Subtitles.Renditions;

namespace TelegramHls.Media.Playlists;

/// <summary>Writes the master playlist (RFC 8216, 4.3.4): the video, and the sound in groups: AAC for all, then what some players play better.</summary>
public static class MasterPlaylist
{
    /// <summary>The text for <c>/hls/{key}/master.m3u8</c>.</summary>
    /// <param name="tracks">All tracks of the film; one that stayed empty to the end is left out.</param>
    /// <param name="subtitles">Its subtitles that are text.</param>
    /// <param name="version">Version of the stored file; part of every address.</param>
    public static string Write(ImmutableArray<TrackSegments> tracks, IReadOnlyList<SubtitleRendition> subtitles, int version)
    {
        tracks = tracks.RemoveAll(track => track is { IsComplete: true, Segments.IsEmpty: true });
        TrackSegments? video = tracks.FirstOrDefault(track => track.Track.Plan.Kind == TrackKind.Video);
        TrackSegments[] sounds = [.. tracks.Where(track => track.Track.Plan.Kind == TrackKind.Audio)];
        var text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n")
            .Append(SubtitleGroup.Renditions(subtitles));
        string read = SubtitleGroup.Attribute(subtitles);
        if (video is null && sounds.Length == 1 || sounds.Length == 0)
        {
            TrackSegments only = video ?? sounds[0];
            return text.Append(Stream(only, Bandwidth.Of(only), [only.Track.Codecs], groups: read, version)).ToString();
        }

        AudioGroup[] groups = AudioGroup.Of(sounds);
        foreach (AudioGroup group in groups)
        {
            foreach (AudioRendition rendition in group.Renditions)
            {
                text.Append(rendition.Line(group.Id, version));
            }
        }

        foreach (AudioGroup group in groups)
        {
            TrackSegments[] members = [.. group.Renditions.Select(rendition => rendition.Sound)];
            TrackSegments first = video ?? members[0];
            Bandwidth largest = members.Select(Bandwidth.Of).MaxBy(bandwidth => bandwidth.Peak);
            Bandwidth bandwidth = video is null ? largest : Bandwidth.Of(video) + largest;
            string[] codecs = [.. members.Select(sound => sound.Track.Codecs).Prepend(first.Track.Codecs).Distinct(StringComparer.Ordinal)];
            text.Append(Stream(first, bandwidth, codecs, $",AUDIO=\"{group.Id}\"{read}", version));
        }

        return text.ToString();
    }

    private static string Stream(TrackSegments track, Bandwidth bandwidth, string[] codecs, string groups, int version)
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"#EXT-X-STREAM-INF:BANDWIDTH={bandwidth.Peak},")
            .Append(CultureInfo.InvariantCulture, $"AVERAGE-BANDWIDTH={bandwidth.Average},CODECS=\"{string.Join(',', codecs)}\"")
            .Append(PictureAttributes.Of(track.Track.Plan.Picture))
            .Append(groups);
        return text.Append(CultureInfo.InvariantCulture, $"\n{track.Track.Plan.Id}.m3u8?v={version}\n").ToString();
    }
}
