using TelegramHls.Media.Packaging;
using TelegramHls.Media.Processes;

namespace TelegramHls.Media.Samples;

/// <summary>Makes a small film for trying things out: a test picture with a running clock, and two languages of sound.</summary>
public sealed class SampleMaker
{
    private const int Seconds = 60;

    private readonly IFFmpegLocator _locator;

    /// <summary>Makes films with the ffmpeg that <paramref name="locator"/> finds.</summary>
    public SampleMaker(IFFmpegLocator locator) => _locator = locator;

    /// <summary>Writes the film as MP4 (H.264 with B-frames and AAC, 60 s) unless the file is there already.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="cancellationToken">Kills ffmpeg.</param>
    /// <exception cref="PackagingException">ffmpeg is missing or failed.</exception>
    public async Task MakeAsync(string path, CancellationToken cancellationToken)
    {
        if (File.Exists(path))
        {
            return;
        }

        FFmpegTools tools = await _locator.FindAsync(cancellationToken);
        string ffmpeg = tools.Match(found => found.FFmpegPath, missing => throw new PackagingException(missing.Reason, string.Empty));
        string beside = path + ".new.mp4";
        var log = new LogTail();
        await using FFmpegProcess process = FFmpegProcess.Start(ffmpeg, [.. Arguments, beside], log.Add);
        if (await process.WaitAsync(cancellationToken) != 0)
        {
            throw new PackagingException("The sample film could not be made.", log.ToString());
        }

        File.Move(beside, path, overwrite: true);
    }

    private static IEnumerable<string> Arguments =>
    [
        "-v", "error", "-nostdin", "-y",
        "-f", "lavfi", "-i", $"testsrc2=s=854x480:r=24:d={Seconds}",
        "-f", "lavfi", "-i", $"sine=f=440:r=48000:d={Seconds}",
        "-f", "lavfi", "-i", $"sine=f=660:r=48000:d={Seconds}",
        "-map", "0:v", "-map", "1:a", "-map", "2:a",
        "-c:v", "libx264", "-preset", "superfast", "-crf", "27", "-g", "48", "-bf", "2", "-pix_fmt", "yuv420p", "-threads", "1",
        "-c:a", "aac", "-b:a", "96k",
        "-metadata:s:a:0", "language=eng", "-metadata:s:a:1", "language=fra",
    ];
}
