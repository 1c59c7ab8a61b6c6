using System.Globalization;
using System.Text.RegularExpressions;

namespace TelegramHls.Media.Subtitles.Reading;

/// <summary>Reads the times of cues. What is no time, or ends before it begins, gives null.</summary>
internal static partial class CueTime
{
    /// <summary>A line such as <c>00:01:02,500 --&gt; 00:01:04,000 line:0</c>; the hours may be missing.</summary>
    public static (TimeSpan Start, TimeSpan End, string Settings)? ReadLine(string line) =>
        line.Contains("-->", StringComparison.Ordinal) && Timing().Match(line) is { Success: true } match
        && Span(match.Groups["from"].Value, match.Groups["to"].Value) is { } span
            ? (span.Start, span.End, match.Groups["rest"].Value)
            : null;

    /// <summary>Two times, each such as <c>1:02:03.45</c>.</summary>
    public static (TimeSpan Start, TimeSpan End)? Span(string from, string to) =>
        Read(from) is { } start && Read(to) is { } end && end > start ? (start, end) : null;

    private static TimeSpan? Read(string text)
    {
        if (Moment().Match(text) is not { Success: true } match)
            return null;

        // The digits behind the point are a fraction: 5 tenths, 50 hundredths and 500 thousandths are the same.
        string fraction = match.Groups["fraction"].Value.PadRight(3, '0');
        return new TimeSpan(0, Number(match.Groups["hours"].Value), Number(match.Groups["minutes"].Value), Number(match.Groups["seconds"].Value), Number(fraction));
    }

    private static int Number(string digits) =>
        digits.Length == 0 ? 0 : int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*(?<from>[0-9:.,]{4,16})\s*-->\s*(?<to>[0-9:.,]{4,16})(?:\s+(?<rest>.*))?\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Timing();

    [GeneratedRegex(@"^\s*((?<hours>[0-9]{1,3}):)?(?<minutes>[0-9]{1,2}):(?<seconds>[0-9]{1,2})([.,](?<fraction>[0-9]{1,3}))?\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Moment();
}
