using System.Text.RegularExpressions;

namespace TelegramHls.Media.Processes;

/// <summary>What ffmpeg calls itself, and whether that is new enough.</summary>
internal static partial class FFmpegVersion
{
    /// <summary>The oldest release that the tests of this program ran with.</summary>
    public static readonly Version Oldest = new(5, 1);

    /// <summary>True for a release before <see cref="Oldest"/>; a name without a number, as builds of a day have it, is let pass.</summary>
    public static bool IsTooOld(string name) =>
        Release().Match(name) is { Success: true } match && Version.Parse(match.Groups["number"].Value) < Oldest;

    [GeneratedRegex(@"^n?(?<number>\d{1,2}\.\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Release();
}
