namespace TelegramHls.Media.Subtitles.Reading;

/// <summary>Reads SubRip: a number, two times, lines of text. Numbers may be wrong or missing, and empty lines anywhere.</summary>
internal static class SrtReader
{
    public static IEnumerable<Cue> Read(string[] lines)
    {
        int? timing = null;
        for (int i = 0; i <= lines.Length; i++)
        {
            bool isEnd = i == lines.Length;
            if (!isEnd && !lines[i].Contains("-->", StringComparison.Ordinal))
                continue;

            if (timing is { } start && ReadCue(lines, start, isEnd ? i : WithoutNumber(lines, start, i)) is { } cue)
                yield return cue;

            timing = i;
        }
    }

    // The number of the next cue stands before its times.
    private static int WithoutNumber(string[] lines, int start, int next)
    {
        string before = lines[next - 1].Trim();
        return next - 1 > start && before.Length > 0 && before.All(char.IsAsciiDigit) ? next - 1 : next;
    }

    private static Cue? ReadCue(string[] lines, int timing, int end)
    {
        if (CueTime.ReadLine(lines[timing]) is not { } time)
            return null;

        var cue = new CueMarkup();
        for (int i = timing + 1; i < end; i++)
        {
            TaggedText.Read(lines[i], cue, hasEntities: false);
            cue.BreakLine();
        }

        return cue.Finish(time.Start, time.End);
    }
}
