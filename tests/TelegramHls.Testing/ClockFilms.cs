using System.Globalization;

namespace TelegramHls.Testing;

/// <summary>
/// Films whose pictures say which they are, so that one look at a player tells where it is: 25 a second of 320x180, sixteen
/// columns of which each is one bit of the picture's number, white for one, the lowest at the left.
/// </summary>
public static class ClockFilms
{
    public const int Rate = 25;
    public const int Width = 320;
    public const int Height = 180;
    private const int Bits = 16;

    /// <summary>What reads the number in a page: a script with <c>number(video)</c>.</summary>
    public const string Script = """
        const number = video => {
          const canvas = new OffscreenCanvas(320, 180).getContext('2d');
          canvas.drawImage(video, 0, 0, 320, 180);
          const row = canvas.getImageData(0, 90, 320, 1).data;
          return [...Array(16).keys()].reduce((sum, bit) => sum + (row[4 * (20 * bit + 10)] > 128 ? 2 ** bit : 0), 0);
        };
        """;

    private static readonly string[] H264 = ["-c:v", "libx264", "-preset", "veryfast", "-bf", "2", "-pix_fmt", "yuv420p", "-threads", "1"];
    private static readonly string[] TwoTones = ["-map", "0:v", "-map", "1:a", "-map", "2:a", "-metadata:s:a:0", "language=eng", "-metadata:s:a:1", "language=rus"];

    /// <summary>H.264 with B-frames, a key frame every 2 s, AAC in English and Russian, in Matroska.</summary>
    public static Task<string> TwoLanguages(int seconds = 20) => Films.Make($"clock-two-{seconds}.mkv", [.. Sources(seconds), .. TwoTones, .. H264, "-g", "50", "-c:a", "aac"]);

    /// <summary>HEVC and AC-3 of 5.1 in Matroska, 20 s.</summary>
    public static Task<string> Hevc() => Films.Make("clock-hevc.mkv",
        [.. Sources(20), "-map", "0:v", "-map", "1:a", "-c:v", "libx265", "-preset", "ultrafast", "-x265-params", "log-level=none:keyint=50", "-pix_fmt", "yuv420p", "-c:a", "ac3", "-ac", "6"]);

    /// <summary>AV1 and Opus in WebM, 20 s.</summary>
    public static Task<string> Av1() => Films.Make("clock-av1.webm",
        [.. Sources(20), "-map", "0:v", "-map", "1:a", "-c:v", "libsvtav1", "-preset", "12", "-g", "50", "-pix_fmt", "yuv420p", "-c:a", "libopus", "-ac", "2"]);

    /// <summary>VP9 and Opus in WebM, 20 s.</summary>
    public static Task<string> Vp9() => Films.Make("clock-vp9.webm",
        [.. Sources(20), "-map", "0:v", "-map", "1:a", "-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-g", "50", "-pix_fmt", "yuv420p", "-c:a", "libopus", "-ac", "2"]);

    /// <summary>MPEG-4 and MP3 in AVI, 20 s.</summary>
    public static Task<string> Avi() => Films.Make("clock-mpeg4.avi",
        [.. Sources(20), "-map", "0:v", "-map", "1:a", "-c:v", "mpeg4", "-bf", "2", "-q:v", "3", "-pix_fmt", "yuv420p", "-c:a", "libmp3lame"]);

    /// <summary>H.264 and AAC in two languages in a transport stream, 20 s.</summary>
    public static async Task<string> TransportStream() => await Films.Make("clock.ts", "-i", await TwoLanguages(), "-map", "0", "-c", "copy");

    /// <summary>As <see cref="TwoLanguages"/>, 50 s with a key frame every 20 s.</summary>
    public static Task<string> LongGroups() => Films.Make("clock-long-groups.mkv",
        [.. Sources(50), .. TwoTones, .. H264, "-g", "500", "-keyint_min", "500", "-sc_threshold", "0", "-c:a", "aac"]);

    /// <summary>As <see cref="TwoLanguages"/>, from which every third picture of the second half is missing.</summary>
    public static Task<string> VariableRate() => Films.Make("clock-variable.mkv",
        [.. Sources(20), .. TwoTones, "-vf", "select='lt(t,10)+gt(mod(n,3),0)'", "-fps_mode", "vfr", .. H264, "-g", "50", "-c:a", "aac"]);

    /// <summary>As <see cref="TwoLanguages"/>, but its time stamps begin at 1,000,000 s.</summary>
    public static async Task<string> LateStart() => await Films.Make("clock-late.mkv", "-i", await TwoLanguages(), "-map", "0", "-c", "copy", "-output_ts_offset", "1000000");

    /// <summary>As <see cref="TransportStream"/>, but its time stamps begin at -1.6 s (the muxer adds 1.4 s).</summary>
    public static async Task<string> NegativeStart() => await Films.Make(
        "clock-negative.ts", "-i", await TwoLanguages(), "-map", "0", "-c", "copy", "-avoid_negative_ts", "disabled", "-output_ts_offset", "-3");

    /// <summary>The first 60 % of the bytes of <see cref="TwoLanguages"/>.</summary>
    public static async Task<string> CutOff()
    {
        string whole = await TwoLanguages();
        string path = Path.Combine(Path.GetDirectoryName(whole)!, "clock-cut-off.mkv");
        if (!File.Exists(path))
        {
            byte[] bytes = await File.ReadAllBytesAsync(whole);
            string beside = path + Guid.NewGuid().ToString("N");
            await File.WriteAllBytesAsync(beside, bytes[..(bytes.Length * 6 / 10)]);
            File.Move(beside, path, overwrite: true);
        }

        return path;
    }

    /// <summary>A minute of <see cref="TwoLanguages"/> in 64x36, 720 times, in MP4: a film of 12 h with long tables.</summary>
    public static async Task<string> TwelveHours()
    {
        string minute = await Films.Make("clock-minute.mp4",
            [.. Sources(60), .. TwoTones, "-vf", "scale=64:36:flags=neighbor", .. H264, "-crf", "30", "-g", "100", "-c:a", "aac", "-b:a", "24k"]);
        return await Films.Make("clock-12-hours.mp4", "-stream_loop", "719", "-i", minute, "-map", "0", "-c", "copy");
    }

    /// <summary>The number in a picture that a player has saved.</summary>
    public static async Task<int> NumberIn(string picture)
    {
        using var directory = new TempDirectory();
        string gray = directory.File("gray");
        await Command.RunAsync("ffmpeg", "-v", "error", "-i", picture, "-frames:v", "1", "-vf",
            string.Create(CultureInfo.InvariantCulture, $"scale={Width}:{Height}"), "-pix_fmt", "gray", "-f", "rawvideo", gray);
        byte[] pixels = await File.ReadAllBytesAsync(gray);
        const int Column = Width / Bits;
        return Enumerable.Range(0, Bits).Sum(bit => pixels[(Height / 2 * Width) + (bit * Column) + (Column / 2)] > 128 ? 1 << bit : 0);
    }

    private static string[] Sources(int seconds) =>
    [
        "-f", "lavfi", "-i", $"color=black:s=320x180:r=25:d={seconds},format=gray,geq=lum='16+219*mod(floor(N/pow(2,floor(X/20))),2)'",
        "-f", "lavfi", "-i", $"sine=f=440:r=48000:d={seconds}",
        "-f", "lavfi", "-i", $"sine=f=660:r=48000:d={seconds}",
    ];
}
