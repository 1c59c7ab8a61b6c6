using TelegramHls.Testing;

namespace TelegramHls.Media.Tests;

/// <summary>What ffmpeg and ffprobe say of the packets and pictures of a file.</summary>
internal static class Packets
{
    public static async Task<uint[]> SizesAsync(string path, int stream)
    {
        string text = await Command.RunAsync("ffprobe", "-v", "error", "-select_streams", $"{stream}",
            "-show_entries", "packet=size", "-of", "csv=p=0", path);
        return [.. text.Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(uint.Parse)];
    }

    /// <summary>Stream, size and MD5 of each packet, without time stamps, sorted by stream.</summary>
    public static async Task<string[]> HashesAsync(string path, params string[] options)
    {
        string text = await Command.RunAsync("ffmpeg",
            ["-v", "error", .. options, "-i", path, "-map", "0", "-c", "copy", "-f", "framehash", "-hash", "md5", "-"]);
        return Sorted(text);
    }

    /// <summary>Stream, size and MD5 of each decoded picture and block of sound.</summary>
    public static async Task<string[]> DecodedAsync(string path, params string[] options)
    {
        string text = await Command.RunAsync("ffmpeg",
            ["-v", "error", .. options, "-i", path, "-map", "0:v?", "-map", "0:a?", "-fps_mode", "passthrough", "-f", "framemd5", "-"]);
        return Sorted(text);
    }

    private static string[] Sorted(string text) =>
    [
        .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split(',', StringSplitOptions.TrimEntries))
            .OrderBy(fields => fields[0], StringComparer.Ordinal)
            .Select(fields => $"{fields[0]} {fields[4]} {fields[5]}"),
    ];
}
