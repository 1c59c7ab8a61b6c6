namespace TelegramHls.Bot.Cli.Reports;

/// <summary>Lays findings out for a terminal: mark, word, subject, then the text beside it, or below where it is narrow.</summary>
/// <param name="width">Columns.</param>
/// <param name="colour">Marks are coloured.</param>
internal sealed class ReportText(int width, bool colour)
{
    private const int MarkColumns = 11;
    private const int LeastText = 40;
    private const int LongestSubject = 32;

    /// <summary>The findings in their order, and a last line that sums them up.</summary>
    public IEnumerable<string> Lines(Report report)
    {
        int subject = Math.Min(LongestSubject, report.Findings.Max(finding => finding.Subject.Length)) + 2;
        bool beside = width - MarkColumns - subject >= LeastText;
        int indent = beside ? MarkColumns + subject : MarkColumns;
        foreach (Finding finding in report.Findings)
        {
            string head = Mark(finding.Level) + finding.Subject;
            string[] body = [.. Body(finding).SelectMany(paragraph => Wrap(paragraph, width - indent))];
            bool fits = beside && finding.Subject.Length <= subject - 2;
            yield return fits ? Mark(finding.Level) + finding.Subject.PadRight(subject) + body[0] : head;
            foreach (string line in fits ? body[1..] : body)
            {
                yield return new string(' ', indent) + line;
            }
        }

        yield return string.Empty;
        yield return Sum(report);
    }

    private static IEnumerable<string> Body(Finding finding)
    {
        yield return finding.Text;
        if (finding.Remedy is not null)
        {
            yield return $"try: {finding.Remedy}";
            if (finding.Variable is { } variable)
            {
                yield return $"environment: {variable}";
            }
        }
    }

    private static string Sum(Report report)
    {
        int errors = report.Findings.Count(finding => finding.Level == FindingLevel.Error);
        int warnings = report.Findings.Count(finding => finding.Level == FindingLevel.Warning);
        return (errors, warnings) switch
        {
            (0, 0) => "All is well.",
            (0, _) => $"It works; {warnings} to look at.",
            (_, 0) => $"{errors} wrong.",
            _ => $"{errors} wrong, {warnings} to look at.",
        };
    }

    /// <summary>Breaks at spaces; a word longer than the line, such as a command, stays whole.</summary>
    private static IEnumerable<string> Wrap(string text, int columns)
    {
        string line = string.Empty;
        foreach (string word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > columns)
            {
                yield return line;
                line = string.Empty;
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        yield return line;
    }

    private string Mark(FindingLevel level)
    {
        (string mark, int code) = level switch
        {
            FindingLevel.Ok => ("✓ ok", 32),
            FindingLevel.Skipped => ("- skipped", 90),
            FindingLevel.Warning => ("! warning", 33),
            _ => ("✗ wrong", 31),
        };
        string padded = mark.PadRight(MarkColumns);
        return colour ? $"\e[{code}m{padded}\e[0m" : padded;
    }
}
