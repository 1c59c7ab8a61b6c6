using System.Text.RegularExpressions;

namespace TelegramHls.Media.Subtitles;

/// <summary>What titles and file names say of subtitles, where marks are missing.</summary>
public static partial class SubtitleWords
{
    /// <summary>True where the words say that these are for people who do not hear.</summary>
    public static bool SayHearingImpaired(string? words) => words is not null && Hearing().IsMatch(words);

    /// <summary>True where the words say that these show only what everybody has to read.</summary>
    public static bool SayForced(string? words) => words is not null && Forced().IsMatch(words);

    [GeneratedRegex(@"(?<!\p{L})(SDH|CC|HoH|hearing[ _.-]impaired|hard[ _.-]of[ _.-]hearing|closed[ _.-]captions?|для глухих)(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hearing();

    [GeneratedRegex(@"(?<!\p{L})(forced|signs( *(&|and) *songs)?|форсированные)(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Forced();
}
