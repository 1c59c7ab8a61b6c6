using System.Globalization;
using System.Text;

namespace TelegramHls.Media.Subtitles;

/// <summary>Writes WebVTT.</summary>
public static class VttWriter
{
    private const int TicksPerSecond = 90_000;

    /// <summary>A file by itself.</summary>
    public static string Write(IEnumerable<Cue> cues) => Write("WEBVTT\n\n", cues);

    /// <summary>A segment for HLS (RFC 8216, 3.5): every cue that is to be read at some moment of it, in the film's time.</summary>
    /// <param name="cues">All cues.</param>
    /// <param name="from">Where the segment begins.</param>
    /// <param name="until">Where the next one begins.</param>
    /// <param name="offset">Where the film's beginning lies in the time of the other renditions.</param>
    public static string Segment(IEnumerable<Cue> cues, TimeSpan from, TimeSpan until, TimeSpan offset)
    {
        long ticks = (long)Math.Round(offset.TotalSeconds * TicksPerSecond);
        string head = string.Create(
            CultureInfo.InvariantCulture, $"WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:{ticks},LOCAL:00:00:00.000\n\n");
        return Write(head, cues.Where(cue => cue.Start < until && cue.End > from));
    }

    /// <summary>As in <c>01:02:03.456</c>.</summary>
    internal static string Time(TimeSpan time, char point = '.') =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}:{time.Minutes:00}:{time.Seconds:00}{point}{time.Milliseconds:000}");

    private static string Write(string head, IEnumerable<Cue> cues)
    {
        var text = new StringBuilder(head);
        foreach (Cue cue in cues)
        {
            string place = cue.Place switch
            {
                CuePlace.Top => " line:10%",
                CuePlace.Middle => " line:50%",
                _ => string.Empty,
            };
            text.Append(CultureInfo.InvariantCulture, $"{Time(cue.Start)} --> {Time(cue.End)}{place}\n{cue.Text}\n\n");
        }

        return text.ToString();
    }
}
