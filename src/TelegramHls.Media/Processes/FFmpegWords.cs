using System.Text.RegularExpressions;

namespace TelegramHls.Media.Processes;

/// <summary>Reads ffmpeg's log as people would.</summary>
internal static partial class FFmpegWords
{
    /// <summary>What it complained of first, without the part of it that did; empty when it said nothing.</summary>
    public static string First(string log) => Origin().Replace(log.Split('\n')[0], string.Empty).Trim();

    // "[h264_nvenc @ 0x556a22f4d700] Cannot load …"
    [GeneratedRegex(@"^\[[^\]]*\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Origin();
}
