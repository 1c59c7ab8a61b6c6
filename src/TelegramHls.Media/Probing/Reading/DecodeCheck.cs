using TelegramHls.Media.Processes;

namespace TelegramHls.Media.Probing.Reading;

/// <summary>Decodes the first pictures or sounds: a damaged file may keep a valid header.</summary>
internal static class DecodeCheck
{
    private const string Pictures = "10";
    private const string Seconds = "60";

    /// <summary>Null when something came out, else the reason why the file cannot be played.</summary>
    /// <param name="ffmpeg">Path of the program.</param>
    /// <param name="path">The file.</param>
    /// <param name="stream">The stream to decode.</param>
    /// <param name="isAlone">True when nothing else of the file plays: then a single picture is no film.</param>
    /// <param name="cancellationToken">Kills ffmpeg.</param>
    public static async Task<string?> RunAsync(
        string ffmpeg, string path, StreamFacts stream, bool isAlone, CancellationToken cancellationToken)
    {
        bool hasVideo = stream.Kind == StreamKind.Video;
        long frames = 0;
        long microseconds = 0;
        void Read(string line)
        {
            switch (line.Split('='))
            {
                case ["frame", string text] when long.TryParse(text, out long count):
                    frames = Math.Max(frames, count);
                    break;
                case ["out_time_us", string text] when long.TryParse(text, out long time):
                    microseconds = Math.Max(microseconds, time);
                    break;
            }
        }

        string[] arguments =
        [
            "-v", "quiet", "-nostats", "-progress", "pipe:2", "-nostdin", .. SafeSource.InputOptions(), "-t", Seconds, "-i", path,
            "-map", $"0:{stream.Index}", "-fps_mode", "passthrough", hasVideo ? "-frames:v" : "-frames:a", Pictures, "-f", "null", "-",
        ];
        await using FFmpegProcess process = FFmpegProcess.Start(ffmpeg, arguments, Read);
        await using CancellationTokenRegistration stop = cancellationToken.Register(process.Kill);
        await process.WaitAsync(cancellationToken);
        return (hasVideo ? frames : microseconds) == 0
                ? $"the file is damaged: its {(hasVideo ? "pictures" : "sound")} cannot be decoded"
            : hasVideo && isAlone && frames == 1 ? "it is a single picture, not a film"
            : null;
    }
}
