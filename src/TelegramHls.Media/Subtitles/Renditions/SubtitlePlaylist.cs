using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace TelegramHls.Media.Subtitles.Renditions;

/// <summary>Writes the playlist of subtitles (RFC 8216, 4.3.3): it grows with the film, then gains <c>EXT-X-ENDLIST</c>.</summary>
public static class SubtitlePlaylist
{
    /// <summary>The text for <c>/hls/{key}/{track}.m3u8</c>.</summary>
    /// <param name="track"><c>s0</c>, <c>s1</c> …</param>
    /// <param name="spans">Its segments.</param>
    /// <param name="isComplete">True when no segment will follow.</param>
    /// <param name="targetDuration">Seconds, as of the film's other playlists.</param>
    /// <param name="tag">Changes with the bytes; part of every address.</param>
    public static string Write(
        string track, ImmutableArray<SubtitleSpan> spans, bool isComplete, int targetDuration, string tag)
    {
        var text = new StringBuilder()
            .Append("#EXTM3U\n#EXT-X-VERSION:7\n")
            .Append(CultureInfo.InvariantCulture, $"#EXT-X-TARGETDURATION:{targetDuration}\n")
            .Append("#EXT-X-MEDIA-SEQUENCE:0\n#EXT-X-PLAYLIST-TYPE:EVENT\n#EXT-X-INDEPENDENT-SEGMENTS\n")
            .Append("#EXT-X-START:TIME-OFFSET=0\n");
        foreach (SubtitleSpan span in spans)
        {
            text.Append(CultureInfo.InvariantCulture, $"#EXTINF:{span.Duration.TotalSeconds:0.000000},\n{track}/{span.Number}.vtt?v={tag}\n");
        }

        return text.Append(isComplete ? "#EXT-X-ENDLIST\n" : string.Empty).ToString();
    }
}
