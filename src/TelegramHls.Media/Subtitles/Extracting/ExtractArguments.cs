using System.Globalization;
using TelegramHls.Media.Processes;

namespace TelegramHls.Media.Subtitles.Extracting;

/// <summary>Writes ffmpeg's arguments for taking subtitles out of a film.</summary>
internal static class ExtractArguments
{
    /// <summary>Bytes of a file of pictures; those of a film of two hours have some 40 million.</summary>
    public const long MostPictureBytes = 256L * 1024 * 1024;

    /// <summary>One input, one output for each track.</summary>
    /// <param name="source">A name of ours.</param>
    /// <param name="outputs">Each track with the path of its file.</param>
    public static IEnumerable<string> Of(string source, IEnumerable<(PlannedSubtitle Track, string Path)> outputs) =>
    [
        "-hide_banner", "-v", "error", "-nostats", "-nostdin", "-y", .. SafeSource.InputOptions(), "-i", source,
        .. outputs.SelectMany(output => Output(output.Track, output.Path)),
    ];

    private static IEnumerable<string> Output(PlannedSubtitle track, string path)
    {
        (string codec, string muxer) = track.Format switch
        {
            SubtitleFormat.Ass => (track.Codec == "ssa" ? "ass" : "copy", "ass"),
            SubtitleFormat.Vtt => ("copy", "webvtt"),
            SubtitleFormat.Sup => ("copy", "sup"),
            SubtitleFormat.Mks => ("copy", "matroska"),
            _ => (track.Codec is "subrip" or "srt" ? "copy" : "srt", "srt"),
        };
        long most = track.Format.IsText() ? SubtitleDocument.MostBytes : MostPictureBytes;

        // A muxer would move all times of a track whose first one lies before the film's beginning.
        return
        [
            "-map", string.Create(CultureInfo.InvariantCulture, $"0:{track.SourceIndex}"), "-map_metadata", "-1", "-c", codec,
            "-fs", most.ToString(CultureInfo.InvariantCulture), "-avoid_negative_ts", "disabled", "-fflags", "+bitexact", "-f", muxer, $"file:{path}",
        ];
    }
}
