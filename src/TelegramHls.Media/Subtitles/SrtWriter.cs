using System.Globalization;
using System.Net;
using System.Text;

namespace TelegramHls.Media.Subtitles;

/// <summary>Writes SubRip, for players that know no WebVTT.</summary>
public static class SrtWriter
{
    /// <summary>A whole file.</summary>
    public static string Write(IEnumerable<Cue> cues)
    {
        var text = new StringBuilder();
        int number = 0;
        foreach (Cue cue in cues)
        {
            string place = cue.Place switch
            {
                CuePlace.Top => @"{\an8}",
                CuePlace.Middle => @"{\an5}",
                _ => string.Empty,
            };
            text.Append(CultureInfo.InvariantCulture, $"{++number}\n{VttWriter.Time(cue.Start, ',')} --> {VttWriter.Time(cue.End, ',')}\n")
                .Append(CultureInfo.InvariantCulture, $"{place}{WebUtility.HtmlDecode(cue.Text)}\n\n");
        }

        return text.ToString();
    }
}
