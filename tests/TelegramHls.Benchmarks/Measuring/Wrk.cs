using System.Diagnostics;
using System.Globalization;
using TelegramHls.Testing;

namespace TelegramHls.Benchmarks.Measuring;

/// <summary>The load generator wrk, asking over 8 connections for a few seconds.</summary>
internal static class Wrk
{
    private const int Connections = 8;
    private const int Seconds = 3;

    private const string Counted =
        "function done(s) local e = s.errors io.write(string.format('counted %d %d %d\\n', " +
        "s.bytes, s.duration, e.connect + e.read + e.write + e.status + e.timeout)) end";

    /// <summary>Megabytes a second of ranges of <paramref name="body"/> bytes at any place of a file of <paramref name="length"/> bytes.</summary>
    public static Task<double> RangesAsync(Uri file, long length, int body) => RunAsync(
        file,
        $$"""
        function request()
            local from = math.random(0, {{length - body}})
            wrk.headers["Range"] = string.format("bytes=%d-%d", from, from + {{body - 1}})
            return wrk.format()
        end
        """);

    /// <summary>Megabytes a second of these files of one server, one after the other.</summary>
    public static Task<double> FilesAsync(IReadOnlyList<Uri> files) => RunAsync(
        files[0],
        $$"""
        local paths = { {{string.Join(", ", files.Select(file => $"\"{file.PathAndQuery}\""))}} }
        local at = 0
        function request()
            at = at % #paths + 1
            return wrk.format("GET", paths[at])
        end
        """);

    private static async Task<double> RunAsync(Uri url, string script)
    {
        using var directory = new TempDirectory();
        string path = directory.File("ask.lua");
        await File.WriteAllTextAsync(path, script + "\n" + Counted);
        var start = new ProcessStartInfo("wrk", ["-t1", $"-c{Connections}", $"-d{Seconds}s", "-s", path, $"{url}"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using Process wrk = Process.Start(start)!;
        string output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        double[] counted = [.. output.Split('\n').Single(line => line.StartsWith("counted ", StringComparison.Ordinal))
            .Split(' ').Skip(1).Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
        return counted[2] == 0 ? counted[0] / counted[1] : throw new IOException($"wrk counted errors at {url}: {output}");
    }
}
