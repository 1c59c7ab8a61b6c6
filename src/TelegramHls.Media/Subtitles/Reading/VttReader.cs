using System.Globalization;

namespace TelegramHls.Media.Subtitles.Reading;

/// <summary>Reads WebVTT: blocks between empty lines. Style sheets, regions, notes and the head are left out.</summary>
internal static class VttReader
{
    public static IEnumerable<Cue> Read(string[] lines)
    {
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].Contains("-->", StringComparison.Ordinal))
                continue;

            int end = i + 1;
            while (end < lines.Length && lines[end].Length > 0 && !lines[end].Contains("-->", StringComparison.Ordinal))
            {
                end++;
            }

            if (ReadCue(lines.AsSpan(i, end - i)) is { } cue)
                yield return cue;

            i = end - 1;
        }
    }

    private static Cue? ReadCue(ReadOnlySpan<string> block)
    {
        if (CueTime.ReadLine(block[0]) is not { } time)
            return null;

        var cue = new CueMarkup { Place = Place(time.Settings) };
        foreach (string line in block[1..])
        {
            TaggedText.Read(line, cue, hasEntities: true);
            cue.BreakLine();
        }

        return cue.Finish(time.Start, time.End);
    }

    // "line:10%", or a count of lines: from above where it is not negative.
    private static CuePlace? Place(string settings)
    {
        string? line = settings.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault(setting => setting.StartsWith("line:", StringComparison.Ordinal))?[5..].Split(',')[0];
        bool isShare = line?.EndsWith('%') == true;
        return !double.TryParse(line?.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? null
            : isShare ? value < 35 ? CuePlace.Top : value < 65 ? CuePlace.Middle : null
            : value is >= 0 and < 6 ? CuePlace.Top : null;
    }
}
