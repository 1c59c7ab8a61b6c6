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
    /// <param name="second">The same pictures in another codec, played to the same sound; null where there are none.</param>
    public static string Write(
        ImmutableArray<TrackSegments> tracks, IReadOnlyList<SubtitleRendition> subtitles, int version, PictureVariant? second = null)
    {
        tracks = tracks.RemoveAll(track => track is { IsComplete: true, Segments.IsEmpty: true });
        TrackSegments? video = tracks.FirstOrDefault(track => track.Track.Plan.Kind == TrackKind.Video);
        TrackSegments[] sounds = [.. tracks.Where(track => track.Track.Plan.Kind == TrackKind.Audio)];
        PictureVariant[] pictures = video is null ? [] : [new PictureVariant(video, version), .. second is null ? Array.Empty<PictureVariant>() : [second]];
        var text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n")
            .Append(SubtitleGroup.Renditions(subtitles));
        string read = SubtitleGroup.Attribute(subtitles);
        if (pictures.Length == 0 && sounds.Length == 1 || sounds.Length == 0)
        {
            return text.AppendJoin(string.Empty, pictures.DefaultIfEmpty(new PictureVariant(video ?? sounds[0], version))
                .Select(only => Stream(only, Bandwidth.Of(only.Track), [only.Track.Track.Codecs], groups: read))).ToString();
        }

        AudioGroup[] groups = AudioGroup.Of(sounds);
        foreach (AudioGroup group in groups)
        {
            foreach (AudioRendition rendition in group.Renditions)
            {
                text.Append(rendition.Line(group.Id, version));
            }
        }

        // Players begin with the first that they can play.
        IEnumerable<string> streams = pictures.Length == 0
            ? groups.Select(group => Stream(null, group, version, read))
            : pictures.SelectMany(_ => groups, (picture, group) => Stream(picture, group, version, read));
        return text.AppendJoin(string.Empty, streams).ToString();
    }

    private static string Stream(PictureVariant? picture, AudioGroup group, int version, string read)
    {
        TrackSegments[] members = [.. group.Renditions.Select(rendition => rendition.Sound)];
        PictureVariant first = picture ?? new PictureVariant(members[0], version);
        Bandwidth largest = members.Select(Bandwidth.Of).MaxBy(bandwidth => bandwidth.Peak);
        Bandwidth bandwidth = picture is null ? largest : Bandwidth.Of(picture.Track) + largest;
        string[] codecs = [.. members.Select(sound => sound.Track.Codecs).Prepend(first.Track.Track.Codecs).Distinct(StringComparer.Ordinal)];
        return Stream(first, bandwidth, codecs, $",AUDIO=\"{group.Id}\"{read}");
    }

    private static string Stream(PictureVariant variant, Bandwidth bandwidth, string[] codecs, string groups)
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"#EXT-X-STREAM-INF:BANDWIDTH={bandwidth.Peak},")
            .Append(CultureInfo.InvariantCulture, $"AVERAGE-BANDWIDTH={bandwidth.Average},CODECS=\"{string.Join(',', codecs)}\"")
            .Append(PictureAttributes.Of(variant.Track.Track.Plan.Picture))
            .Append(groups);
        return text.Append(CultureInfo.InvariantCulture, $"\n{variant.Track.Track.Plan.Id}.m3u8?v={variant.Version}\n").ToString();
    }
}
