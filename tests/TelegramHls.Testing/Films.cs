namespace TelegramHls.Testing;

/// <summary>Small films made by ffmpeg, each made once per machine boot and shared by all test processes.</summary>
public static class Films
{
    private static readonly string Directory =
        System.IO.Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "telegramhls-films")).FullName;

    /// <summary>H.264 with B-frames (640x360, 24 fps, key frame every 2 s) and two AAC tracks, English and Russian, in MP4.</summary>
    public static Task<string> TwoLanguages(int seconds = 60) => Make(
        $"two-languages-{seconds}.mp4",
        "-f", "lavfi", "-i", $"testsrc2=s=640x360:r=24:d={seconds}",
        "-f", "lavfi", "-i", $"sine=f=440:r=48000:d={seconds}",
        "-f", "lavfi", "-i", $"sine=f=660:r=48000:d={seconds}",
        "-map", "0:v", "-map", "1:a", "-map", "2:a",
        "-c:v", "libx264", "-preset", "veryfast", "-g", "48", "-bf", "2", "-pix_fmt", "yuv420p", "-threads", "1",
        "-c:a", "aac", "-b:a", "96k",
        "-metadata:s:a:0", "language=eng", "-metadata:s:a:1", "language=rus");

    /// <summary>Ten seconds (640x360, H.264 and two AAC tracks, English and French, in MP4) fit to be shown in a picture.</summary>
    public static Task<string> DriftingColours() => Make(
        "Drifting colours.mp4",
        "-f", "lavfi", "-i", "gradients=s=640x360:r=24:d=10:n=4:c0=0x1b2a52:c1=0xfca311:c2=0x1d9c88:c3=0x8a3aa8:seed=5:speed=0.02",
        "-f", "lavfi", "-i", "sine=f=220:r=48000:d=10",
        "-f", "lavfi", "-i", "sine=f=247:r=48000:d=10",
        "-map", "0:v", "-map", "1:a", "-map", "2:a",
        "-c:v", "libx264", "-preset", "veryfast", "-g", "48", "-bf", "2", "-pix_fmt", "yuv420p", "-threads", "1",
        "-c:a", "aac", "-b:a", "96k",
        "-metadata:s:a:0", "language=eng", "-metadata:s:a:1", "language=fra");

    /// <summary>
    /// Twenty seconds at a constant 8 Mbit/s (1280x720, 24 fps, key frame every 2 s, H.264 with B-frames and stereo AAC, in Matroska)
    /// that go as often as wanted into the film of that name, without encoding.
    /// </summary>
    public static async Task<string> EightMegabits(string name, int times)
    {
        string loop = await Make(
            "loop-8mbit.mkv",
            "-f", "lavfi", "-i", "testsrc2=s=1280x720:r=24:d=20,noise=alls=20:allf=t",
            "-f", "lavfi", "-i", "sine=f=440:r=48000:d=20",
            "-c:v", "libx264", "-preset", "ultrafast", "-bf", "2", "-g", "48", "-pix_fmt", "yuv420p",
            "-b:v", "8M", "-minrate", "8M", "-maxrate", "8M", "-bufsize", "8M", "-x264-params", "nal-hrd=cbr",
            "-c:a", "aac", "-b:a", "128k", "-ac", "2");
        return await Make(name, "-stream_loop", $"{times - 1}", "-i", loop, "-c", "copy");
    }

    /// <summary>Makes (once) the file of that name with these ffmpeg arguments before the output.</summary>
    public static async Task<string> Make(string name, params string[] arguments)
    {
        string path = Path.Combine(Directory, name);
        if (!File.Exists(path))
        {
            // Written beside and moved, so that a parallel test process never sees half a film.
            string beside = Path.Combine(Directory, $"{Guid.NewGuid():N}-{name}");
            await Command.RunAsync("ffmpeg", ["-v", "error", "-y", .. arguments, beside]);
            File.Move(beside, path, overwrite: true);
        }

        return path;
    }
}
