using System.Globalization;
using TelegramHls.Media.Packaging;
using TelegramHls.Media.Processes;

namespace TelegramHls.Media.Samples;

/// <summary>Makes a small film for trying things out: drifting colours on which Conway's cells live, and two languages of sound.</summary>
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
        "-f", "lavfi", "-i",
        $"gradients=s=424x240:r=24:d={Seconds}:n=4:c0=0x1b2a52:c1=0xfca311:c2=0x1d9c88:c3=0x8a3aa8:seed=5:speed=0.02",
        "-f", "lavfi", "-i",
        "life=s=106x60:r=24:mold=24:ratio=0.12:random_seed=7:death_color=0x101828:life_color=white:mold_color=0x404858",
        "-f", "lavfi", "-i", Chord(220, 277.18, 329.63),
        "-f", "lavfi", "-i", Chord(196, 246.94, 293.66),
        // Blended small and then enlarged: a bare machine makes it in seconds.
        "-filter_complex",
        "[0:v]format=gbrp[sky];[1:v]scale=424:240:flags=neighbor,format=gbrp[cells];"
            + "[sky][cells]blend=all_mode=softlight:all_opacity=0.45:shortest=1,scale=848:480:flags=bilinear,format=yuv420p[film]",
        "-map", "[film]", "-map", "2:a", "-map", "3:a",
        "-c:v", "libx264", "-preset", "superfast", "-crf", "24", "-g", "48", "-bf", "2", "-pix_fmt", "yuv420p", "-threads", "1",
        "-c:a", "aac", "-b:a", "96k",
        "-metadata:s:a:0", "language=eng", "-metadata:s:a:1", "language=fra",
    ];

    private static string Chord(params double[] tones)
    {
        string sum = string.Join('+', tones.Select(tone => string.Create(CultureInfo.InvariantCulture, $"sin({tone}*2*PI*t)")));
        return $"aevalsrc=0.08*({sum})*(0.7+0.3*sin(PI*t/4)):s=48000:d={Seconds}";
    }
}
