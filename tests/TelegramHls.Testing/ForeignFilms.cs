namespace TelegramHls.Testing;

/// <summary>Small films and recordings whose codecs no browser plays.</summary>
public static class ForeignFilms
{
    private static readonly string[] Sound = ["-f", "lavfi", "-i", "sine=f=440:r=44100:d=12"];
    private static readonly string[] H264 = ["-c:v", "libx264", "-preset", "veryfast", "-g", "50", "-pix_fmt", "yuv420p", "-threads", "1"];

    /// <summary>MPEG-4 with B-frames and MP3 in AVI, 12 s.</summary>
    public static Task<string> Avi() => Films.Make("mpeg4.avi",
        [.. Picture("25"), .. Sound, "-c:v", "mpeg4", "-bf", "2", "-q:v", "4", "-c:a", "libmp3lame"]);

    /// <summary>VP8 and Vorbis in WebM, 12 s of 23.976 pictures a second.</summary>
    public static Task<string> Vp8() => Films.Make("vp8.webm",
        [.. Picture("24000/1001"), .. Sound, "-c:v", "libvpx", "-deadline", "realtime", "-cpu-used", "8", "-b:v", "500k", "-c:a", "libvorbis"]);

    /// <summary>H.264 and AC-3 in 5.1 that begins 1.5 s after the picture, in Matroska, 12 s.</summary>
    public static Task<string> Ac3() => Films.Make("ac3.mkv",
        [.. Picture("25"), "-itsoffset", "1.5", "-f", "lavfi", "-i", "sine=f=440:r=48000:d=10", .. H264, "-c:a", "ac3", "-ac", "6"]);

    /// <summary>H.264 with E-AC-3 in 5.1 (English), AAC (Russian) and a commentary in stereo AC-3 (English), in Matroska, 12 s.</summary>
    public static Task<string> Surround() => Films.Make("surround.mkv",
        [.. Picture("25"), .. Sound, .. H264, "-map", "0:v", "-map", "1:a", "-map", "1:a", "-map", "1:a",
         "-c:a:0", "eac3", "-ac:a:0", "6", "-ar:a:0", "48000", "-c:a:1", "aac", "-c:a:2", "ac3", "-ac:a:2", "2",
         "-metadata:s:a:0", "language=eng", "-metadata:s:a:1", "language=rus", "-metadata:s:a:2", "language=eng",
         "-disposition:a:0", "default", "-disposition:a:1", "0", "-disposition:a:2", "comment"]);

    /// <summary>FLAC alone in 5.1(side), 3 s: every channel carries the same sine, or the centre alone does.</summary>
    /// <param name="peak">Of the sine, from 0 to 1.</param>
    /// <param name="isEverywhere">In all channels.</param>
    public static Task<string> SixChannels(double peak, bool isEverywhere)
    {
        string sine = FormattableString.Invariant($"{peak}*sin(2*PI*440*t)");
        string rest = isEverywhere ? sine : "0";
        return Films.Make(FormattableString.Invariant($"six-channels-{peak}-{isEverywhere}.mka"),
            "-f", "lavfi", "-i", $"aevalsrc={rest}|{rest}|{sine}|{rest}|{rest}|{rest}:c=5.1(side):s=48000:d=3", "-c:a", "flac");
    }

    /// <summary>MP3 alone with a cover, 12 s.</summary>
    public static async Task<string> Mp3() => await Films.Make("alone.mp3",
        [.. Sound, "-i", await CoverAsync(), "-map", "0:a", "-map", "1:v", "-c:a", "libmp3lame", "-b:a", "128k", "-c:v", "copy", "-disposition:v", "attached_pic"]);

    /// <summary>FLAC alone with a cover, 12 s.</summary>
    public static async Task<string> Flac() => await Films.Make("alone.flac",
        [.. Sound, "-i", await CoverAsync(), "-map", "0:a", "-map", "1:v", "-c:a", "flac", "-c:v", "copy", "-disposition:v", "attached_pic"]);

    /// <summary>Vorbis alone, mono, in Ogg, 12 s.</summary>
    public static Task<string> Vorbis() => Films.Make("alone.ogg", [.. Sound, "-c:a", "libvorbis"]);

    /// <summary>PCM alone, of 96 kHz, in WAV, 12 s.</summary>
    public static Task<string> Wave() => Films.Make("alone.wav", [.. Sound, "-ar", "96000", "-c:a", "pcm_s24le"]);

    /// <summary>An animated GIF, 12 s of 10 pictures a second.</summary>
    public static Task<string> Gif() => Films.Make("animated.gif",
        "-f", "lavfi", "-i", "testsrc=s=160x90:r=10:d=12");

    /// <summary>A GIF of one picture.</summary>
    public static Task<string> StillGif() => Films.Make("still.gif", "-f", "lavfi", "-i", "testsrc=s=160x90", "-frames:v", "1");

    /// <summary>Interlaced MPEG-2 of 720x576 for 16:9 with MP2 in a program stream, 3 s.</summary>
    public static Task<string> Interlaced(string pixels) => Films.Make($"interlaced-{pixels}.mpg",
        "-f", "lavfi", "-i", "testsrc2=s=720x576:r=50:d=3", "-f", "lavfi", "-i", "sine=f=440:r=48000:d=3",
        "-vf", $"format={pixels},tinterlace=interleave_top,fieldorder=tff,setsar=64/45", "-c:v", "mpeg2video", "-pix_fmt", pixels, "-flags", "+ildct+ilme", "-bf", "2",
        "-b:v", "4M", "-c:a", "mp2");

    /// <summary>H.264 in interlaced pictures, 2 s, in a file of that name.</summary>
    public static Task<string> InterlacedH264(string name) => Films.Make(name,
        "-f", "lavfi", "-i", "testsrc2=s=320x180:r=50:d=2", "-vf", "tinterlace=interleave_top,fieldorder=tff", "-c:v", "libx264", "-preset", "veryfast",
        "-flags", "+ildct+ilme", "-pix_fmt", "yuv420p", "-threads", "1");

    /// <summary>10-bit 4:2:2 ProRes in QuickTime, 3 s.</summary>
    public static Task<string> ProRes() => Films.Make("prores.mov",
        "-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=3", "-c:v", "prores_ks", "-pix_fmt", "yuv422p10le");

    /// <summary>FFV1 of 639x359 in Matroska, 3 s.</summary>
    public static Task<string> OddSize() => Films.Make("odd-size.mkv",
        "-f", "lavfi", "-i", "testsrc2=s=640x360:r=25:d=3", "-vf", "format=yuv444p,crop=639:359:0:0", "-c:v", "ffv1");

    /// <summary>HDR10 in HEVC of 10 bits and 4:2:2 in Matroska, 1 s: what testsrc2 shows, with white at 203 cd/m2 (ITU-R BT.2408).</summary>
    public static Task<string> HighDynamicRange() => Films.Make("hdr10-422.mkv",
        "-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=1",
        "-vf", "format=yuv444p,setparams=colorspace=bt709:color_primaries=bt709:color_trc=bt709:range=tv,zscale=t=linear:npl=203,format=gbrpf32le,"
            + "zscale=p=bt2020:t=smpte2084:m=bt2020nc:r=tv:npl=203,format=yuv422p10le",
        "-c:v", "libx265", "-preset", "ultrafast", "-crf", "8",
        "-x265-params", "log-level=none:colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc");

    /// <summary>MPEG-2 of 2 s in a program stream that says its colours are those of PAL.</summary>
    public static Task<string> NamedColours() => Films.Make("pal.mpg",
        "-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=2", "-c:v", "mpeg2video", "-q:v", "4",
        "-color_primaries", "bt470bg", "-color_trc", "gamma28", "-colorspace", "bt470bg");

    /// <summary>H.264 of 12 s whose AAC ends after 4 s, in MP4.</summary>
    public static Task<string> ShortSound() => Films.Make("short-sound.mp4",
        [.. Picture("25"), "-f", "lavfi", "-i", "sine=f=440:r=48000:d=4", .. H264, "-c:a", "aac"]);

    /// <summary>MPEG-4 in Matroska, 12 s, from which all but every seventh picture are missing after the first second.</summary>
    public static Task<string> VariableRate() => Films.Make("mpeg4-variable.mkv",
        [.. Picture("25"), "-vf", "select='lt(t,1)+not(mod(n,7))'", "-fps_mode", "vfr", "-c:v", "mpeg4", "-q:v", "4"]);

    /// <summary>MPEG-4 in MP4, 3 s, to be turned by a quarter for showing.</summary>
    public static async Task<string> Rotated()
    {
        string upright = await Films.Make("mpeg4.mp4", "-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=3", "-c:v", "mpeg4", "-q:v", "4");
        return await Films.Make("mpeg4-rotated.mp4", "-i", upright, "-c", "copy", "-metadata:s:v:0", "rotate=90");
    }

    /// <summary>MPEG-4 full of noise in Matroska, 12 s: some megabytes when it is encoded.</summary>
    public static Task<string> Noisy() => Films.Make("noisy.mkv",
        "-f", "lavfi", "-i", "testsrc2=s=640x360:r=25:d=12", "-vf", "noise=alls=12:allf=t", "-c:v", "mpeg4", "-b:v", "4M");

    /// <summary>The bytes of <see cref="Avi"/> under a codec's name that nobody has ever given.</summary>
    public static async Task<byte[]> UnknownCodecAsync()
    {
        byte[] film = await File.ReadAllBytesAsync(await Avi());
        for (int at; (at = film.AsSpan().IndexOf("FMP4"u8)) >= 0;)
        {
            "Qxz0"u8.CopyTo(film.AsSpan(at));
        }

        return film;
    }

    private static string[] Picture(string rate) => ["-f", "lavfi", "-i", $"testsrc2=s=320x180:r={rate}:d=12"];

    private static Task<string> CoverAsync() =>
        Films.Make("cover.jpg", "-f", "lavfi", "-i", "testsrc=s=300x300", "-frames:v", "1");
}
