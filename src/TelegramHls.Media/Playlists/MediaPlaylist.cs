using System.Globalization;
using System.Text;

namespace TelegramHls.Media.Playlists;

/// <summary>Writes the playlist of one track (RFC 8216, 4.3.3): it only grows, then gains <c>EXT-X-ENDLIST</c>.</summary>
public static class MediaPlaylist
{
    /// <summary>The text for <c>/hls/{key}/{track}.m3u8</c>.</summary>
    /// <param name="segments">The track.</param>
    /// <param name="targetDuration">Seconds, as planned; never changes.</param>
    /// <param name="version">Version of the stored file; part of every address.</param>
    public static string Write(TrackSegments segments, int targetDuration, int version)
    {
        string track = segments.Track.Plan.Id;
        // RFC 8216, 6.2.1 allows a growing playlist nothing but more lines at its end, so all of this is final.
        var text = new StringBuilder()
            .Append("#EXTM3U\n#EXT-X-VERSION:7\n")
            .Append(CultureInfo.InvariantCulture, $"#EXT-X-TARGETDURATION:{targetDuration}\n")
            .Append("#EXT-X-MEDIA-SEQUENCE:0\n#EXT-X-PLAYLIST-TYPE:EVENT\n#EXT-X-INDEPENDENT-SEGMENTS\n")
            .Append("#EXT-X-START:TIME-OFFSET=0\n")
            .Append(CultureInfo.InvariantCulture, $"#EXT-X-MAP:URI=\"{track}/init.mp4?v={version}\"\n");
        foreach (Segment segment in segments.Segments)
        {
            double seconds = segment.Duration / (double)segments.Track.Timescale;
            text.Append(CultureInfo.InvariantCulture, $"#EXTINF:{seconds:0.000000},\n{track}/{segment.Number}.m4s?v={version}\n");
        }

        return text.Append(segments.IsComplete ? "#EXT-X-ENDLIST\n" : string.Empty).ToString();
    }
}
