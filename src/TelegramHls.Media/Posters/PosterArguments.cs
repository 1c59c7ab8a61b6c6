using System.Globalization;
using TelegramHls.Media.Pictures;
using TelegramHls.Media.Processes;

namespace TelegramHls.Media.Posters;

/// <summary>Writes ffmpeg's arguments for one candidate of a poster.</summary>
internal static class PosterArguments
{
    /// <summary>The most pixels that a poster has either way.</summary>
    public const int LongSide = 1280;

    // dar takes pixels into account that are not square.
    private const string Scale = "scale=w='2*trunc(min(min(1280,ih*dar),1280*dar)/2)':h='2*max(1,round(ow/dar/2))',setsar=1";
    private const string Measure = "format=yuv420p,entropy,signalstats,metadata=print";

    /// <summary>A picture of the film.</summary>
    /// <param name="source">A name of ours.</param>
    /// <param name="film">Its pictures.</param>
    /// <param name="at">The moment.</param>
    /// <param name="isExact">True: the picture of that moment. False, which is much quicker: the key frame before it.</param>
    /// <param name="tools">The ffmpeg that will run.</param>
    public static IEnumerable<string> Frame(
        string source, FilmPictures film, TimeSpan at, bool isExact, FFmpegTools.Found tools)
    {
        string[] moment = ["-ss", at.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)];
        string[] filters =
        [
            .. PictureFilters.WholePictures(film.Facts, tools), Scale, .. PictureFilters.UsualRange(film.Facts, tools), Measure,
        ];
        return Arguments(
            source, isExact ? moment : [.. moment, "-noaccurate_seek", "-skip_frame", "nokey"], $"0:{film.Stream}", string.Join(',', filters));
    }

    /// <summary>The cover of a recording.</summary>
    public static IEnumerable<string> Cover(string source) => Arguments(source, [], "0:v:0", $"{Scale},{Measure}");

    private static IEnumerable<string> Arguments(string source, string[] part, string map, string filter) =>
    [
        "-hide_banner", "-v", "info", "-nostats", "-nostdin", .. SafeSource.InputOptions(), .. part, "-i", source,
        "-map", map, "-an", "-sn", "-dn", "-map_metadata", "-1", "-vf", $"{filter},format=yuvj420p",

        // Or a key frame before the moment, which has a negative time, would be measured and left out.
        "-frames:v", "1", "-fps_mode", "passthrough", "-threads", "2", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-c:v", "mjpeg", "-q:v", "3", "-f", "mjpeg", "pipe:1",
    ];
}
