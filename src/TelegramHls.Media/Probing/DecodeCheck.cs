using TelegramHls.Media.Processes;

namespace TelegramHls.Media.Probing;

/// <summary>Decodes the first pictures or sounds: a damaged file may keep a valid header.</summary>
internal static class DecodeCheck
{
    private const string Pictures = "10";
    private const string Seconds = "60";

    /// <summary>Null when something came out, else the reason why the file cannot be played.</summary>
    public static async Task<string?> RunAsync(string ffmpeg, string path, bool hasVideo, CancellationToken cancellationToken)
    {
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
            "-map", hasVideo ? "0:V:0" : "0:a:0", hasVideo ? "-frames:v" : "-frames:a", Pictures, "-f", "null", "-",
        ];
        await using FFmpegProcess process = FFmpegProcess.Start(ffmpeg, arguments, Read);
        await using CancellationTokenRegistration stop = cancellationToken.Register(process.Kill);
        await process.WaitAsync(cancellationToken);
        return (hasVideo ? frames : microseconds) > 0
            ? null
            : $"the file is damaged: its {(hasVideo ? "pictures" : "sound")} cannot be decoded";
    }
}
