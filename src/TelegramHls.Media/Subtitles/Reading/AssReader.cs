using System.Globalization;

namespace TelegramHls.Media.Subtitles.Reading;

/// <summary>Reads ASS and SSA: sections with columns that a line <c>Format:</c> names.</summary>
internal static class AssReader
{
    private const int MostStyles = 1000;
    private static readonly string[] UsualEvent =
        ["Layer", "Start", "End", "Style", "Name", "MarginL", "MarginR", "MarginV", "Effect", "Text"];

    public static IEnumerable<Cue> Read(string[] lines)
    {
        var styles = new Dictionary<string, AssStyle>(StringComparer.OrdinalIgnoreCase);
        string section = string.Empty;
        string[] columns = UsualEvent;
        foreach (string line in lines)
        {
            if (line.StartsWith('['))
            {
                section = line.Trim().ToLowerInvariant();
                columns = UsualEvent;
            }
            else if (Field(line, "Format:") is { } format)
            {
                columns = format.Split(',', StringSplitOptions.TrimEntries);
            }
            else if (Field(line, "Style:") is { } style && styles.Count < MostStyles)
            {
                AddStyle(styles, Values(style, columns), isOld: section == "[v4 styles]");
            }
            else if (Field(line, "Dialogue:") is { } dialogue && ReadCue(Values(dialogue, columns), styles) is { } cue)
            {
                yield return cue;
            }
        }
    }

    private static string? Field(string line, string name) =>
        line.StartsWith(name, StringComparison.OrdinalIgnoreCase) ? line[name.Length..] : null;

    // The last column holds the rest of the line, commas and all.
    private static Dictionary<string, string> Values(string line, string[] columns)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach ((string column, string value) in columns.Zip(line.Split(',', columns.Length)))
        {
            values.TryAdd(column, value);
        }

        return values;
    }

    private static void AddStyle(Dictionary<string, AssStyle> styles, Dictionary<string, string> values, bool isOld)
    {
        int Number(string name) =>
            int.TryParse(values.GetValueOrDefault(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out int number) ? number : 0;
        int place = Number("Alignment");
        styles[values.GetValueOrDefault("Name", string.Empty).Trim()] = new AssStyle(
            Number("Italic") != 0,
            Number("Bold") != 0,
            Number("Underline") != 0,
            isOld ? AssOverrides.FromOldStyle(place) : AssOverrides.FromKeypad(place));
    }

    private static Cue? ReadCue(Dictionary<string, string> values, Dictionary<string, AssStyle> styles)
    {
        if (!values.TryGetValue("Text", out string? text)
            || CueTime.Span(values.GetValueOrDefault("Start", string.Empty), values.GetValueOrDefault("End", string.Empty)) is not { } time)
        {
            return null;
        }

        AssStyle style = styles.GetValueOrDefault(values.GetValueOrDefault("Style", string.Empty).Trim().TrimStart('*'));
        var cue = new CueMarkup();
        style.ApplyTo(cue);
        ReadText(text, cue, style);
        cue.Place ??= style.Place;
        return cue.Finish(time.Start, time.End);
    }

    private static void ReadText(string text, CueMarkup cue, AssStyle style)
    {
        bool isDrawing = false;
        int lastBrace = text.LastIndexOf('}');
        for (int i = 0; i < text.Length; i++)
        {
            int end = text[i] == '{' && i < lastBrace ? text.IndexOf('}', i) : -1;
            if (end > 0)
            {
                isDrawing = AssOverrides.Apply(text[(i + 1)..end], cue, style) ?? isDrawing;
                i = end;
            }
            else if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] is 'N' or 'n' or 'h')
            {
                Break(text[++i], cue);
            }
            else if (!isDrawing)
            {
                cue.Append(text.AsSpan(i, 1));
            }
        }
    }

    private static void Break(char kind, CueMarkup cue)
    {
        if (kind == 'N')
            cue.BreakLine();
        else
            cue.Append(" ");
    }
}
