using System.Globalization;
using TelegramHls.Testing;

namespace TelegramHls.Media.Tests;

/// <summary>When ffmpeg shows what it decodes, in seconds since the file's beginning.</summary>
internal static class Times
{
    public static async Task<double[]> OfPicturesAsync(string path) =>
        [.. (await ReadAsync(path, "0:v:0", "-fps_mode", "passthrough", "-enc_time_base", "1:90000")).Select(ticks => ticks / 90000.0)];

    /// <summary>The first sound that is to be heard.</summary>
    public static async Task<double> OfSoundAsync(string path) =>
        (await ReadAsync(path, "0:a:0", "-ar", "48000", "-enc_time_base", "1:48000")).First() / 48000.0;

    // Without -copyts ffmpeg takes the file's start time away from all.
    private static async Task<IEnumerable<long>> ReadAsync(string path, string stream, params string[] options)
    {
        string report = await Command.RunAsync(
            "ffmpeg", ["-v", "error", "-copyts", "-i", path, "-map", stream, .. options, "-f", "framemd5", "-"]);
        return report.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#'))
            .Select(line => long.Parse(line.Split(',', StringSplitOptions.TrimEntries)[2], CultureInfo.InvariantCulture));
    }
}
