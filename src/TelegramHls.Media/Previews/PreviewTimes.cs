using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TelegramHls.Media.Previews;

/// <summary>Reads from ffmpeg's log at which times the pictures are that went onto the sheets.</summary>
internal sealed partial class PreviewTimes
{
    private readonly List<TimeSpan> _times = [];

    /// <summary>The times, in order.</summary>
    public ImmutableArray<TimeSpan> All => [.. _times];

    /// <summary>A line of the log: <c>[Parsed_showinfo_4 @ …] [info] n:   3 pts:   6240 pts_time:6.24 …</c>, or anything else.</summary>
    public void Read(string line)
    {
        Match told = Told().Match(line);
        if (told.Success)
        {
            // The filter before counts milliseconds; the time in seconds beside it has six digits only.
            _times.Add(TimeSpan.FromMilliseconds(long.Parse(told.Groups["time"].ValueSpan, CultureInfo.InvariantCulture)));
        }
    }

    [GeneratedRegex(@"^\[Parsed_showinfo.*\] n: *\d+ pts: *(?<time>-?\d{1,15}) ", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Told();
}
