using System.Text;
using TelegramHls.Media.Subtitles;

namespace TelegramHls.Media.Chapters;

/// <summary>Writes chapters as a WebVTT file, the form in which players of web pages take them.</summary>
public static class ChapterTrack
{
    /// <summary>The text of the file; one cue a chapter.</summary>
    public static string Write(IEnumerable<Chapter> chapters)
    {
        var text = new StringBuilder("WEBVTT\n");
        foreach (Chapter chapter in chapters)
        {
            text.Append('\n').Append($"{VttWriter.Time(chapter.Start)} --> {VttWriter.Time(chapter.End)}\n").Append(Escape(chapter.Title)).Append('\n');
        }

        return text.ToString();
    }

    // What stands for markup in a cue, and the arrow that would make a line a time (W3C WebVTT, section 4.2.2).
    private static string Escape(string title) => title
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}
