using System.Globalization;
using TelegramHls.Media.Processes;

namespace TelegramHls.Media.Posters;

/// <summary>Writes ffmpeg's arguments for one candidate of a poster.</summary>
internal static class PosterArguments
{
    // Upright comes by itself; dar takes pixels into account that are not square. Of 24 pictures the one that is most like all.
    private const string Scale = "scale=w='2*trunc(min(min(1280,ih*dar),1280*dar)/2)':h='2*max(1,round(ow/dar/2))',setsar=1";
    private const string Measure = "format=yuv420p,signalstats,metadata=print";

    /// <summary>A picture out of the film from that moment on.</summary>
    /// <param name="source">A name of ours.</param>
    /// <param name="stream">The stream of the source.</param>
    /// <param name="at">The moment.</param>
    public static IEnumerable<string> Frame(string source, int stream, TimeSpan at) =>
        Arguments(source, ["-ss", at.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture), "-t", "4"], $"0:{stream}", $"{Scale},thumbnail=n=24,{Measure}");

    /// <summary>The cover of a recording.</summary>
    public static IEnumerable<string> Cover(string source) => Arguments(source, [], "0:v:0", $"{Scale},{Measure}");

    private static IEnumerable<string> Arguments(string source, string[] part, string map, string filter) =>
    [
        "-hide_banner", "-v", "info", "-nostats", "-nostdin", .. SafeSource.InputOptions(), .. part, "-i", source,
        "-map", map, "-an", "-sn", "-dn", "-map_metadata", "-1", "-vf", $"{filter},format=yuvj420p",
        "-frames:v", "1", "-threads", "2", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-c:v", "mjpeg", "-q:v", "3", "-f", "mjpeg", "pipe:1",
    ];
}
