using System.Text;

namespace TelegramHls.Testing;

/// <summary>Small films of other codecs and containers, and files that are none.</summary>
public static class OddFilms
{
    private static readonly string[] Picture = ["-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=12"];
    private static readonly string[] Sound = ["-f", "lavfi", "-i", "sine=f=440:r=48000:d=12"];
    private static readonly string[] H264 = ["-c:v", "libx264", "-preset", "veryfast", "-g", "50", "-pix_fmt", "yuv420p", "-threads", "1"];

    private const string ThreeChapters = """
        ;FFMETADATA1
        [CHAPTER]
        TIMEBASE=1/1000
        START=0
        END=4000
        title=Opening
        [CHAPTER]
        TIMEBASE=1/1000
        START=4000
        END=7500
        title=A <b>bold</b> & --> odd  title
        [CHAPTER]
        TIMEBASE=1/1000
        START=7500
        END=12000
        """;

    /// <summary>HEVC and AAC in Matroska, 12 s.</summary>
    public static Task<string> Hevc() => Films.Make("hevc.mkv",
        [.. Picture, .. Sound, "-c:v", "libx265", "-preset", "ultrafast", "-x265-params", "log-level=none:keyint=50", "-c:a", "aac"]);

    /// <summary>AV1 and Opus in WebM, 12 s.</summary>
    public static Task<string> Av1() => Films.Make("av1.webm",
        [.. Picture, .. Sound, "-c:v", "libsvtav1", "-preset", "12", "-g", "50", "-c:a", "libopus", "-ac", "2"]);

    /// <summary>VP9 and Opus in WebM, 12 s.</summary>
    public static Task<string> Vp9() => Films.Make("vp9.webm",
        [.. Picture, .. Sound, "-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-g", "50", "-c:a", "libopus", "-ac", "2"]);

    /// <summary>H.264 with B-frames and AAC in a transport stream, 12 s.</summary>
    public static Task<string> TransportStream() => Films.Make("stream.ts", [.. Picture, .. Sound, .. H264, "-c:a", "aac"]);

    /// <summary>H.264 with B-frames in AVI, 3 s: the file has no place for the time at which a picture is shown.</summary>
    public static Task<string> Untimed() => Films.Make("h264.avi",
        "-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=3", "-c:v", "libx264", "-bf", "2", "-pix_fmt", "yuv420p", "-threads", "1");

    /// <summary>H.264 of 5 pictures a second in Matroska, 50 s, with key frames each 4 s, but none from 16 s to 40 s.</summary>
    public static Task<string> LongGroup() => Films.Make("long-group.mkv",
        "-f", "lavfi", "-i", "testsrc2=s=160x90:r=5:d=50", "-c:v", "libx264", "-g", "9999", "-sc_threshold", "0",
        "-force_key_frames", "4,8,12,16,40,44,48", "-pix_fmt", "yuv420p", "-threads", "1");

    /// <summary>H.264 with B-frames and AAC, 3 s, whose first time stamp is this one, in a file of that name.</summary>
    public static Task<string> StartingAt(double seconds, string name) => Films.Make(name,
        ["-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=3", "-f", "lavfi", "-i", "sine=f=440:r=48000:d=3", .. H264, "-bf", "2", "-c:a", "aac",
         "-avoid_negative_ts", "disabled", "-output_ts_offset", FormattableString.Invariant($"{seconds}")]);

    /// <summary>The bytes of a recording in a transport stream, 24 s, whose clock jumps by 5,000 s in its middle.</summary>
    public static async Task<byte[]> JumpingClockAsync()
    {
        string first = await TransportStream();
        string second = await Films.Make("stream-5000.ts", "-i", first, "-c", "copy", "-output_ts_offset", "5000");
        return [.. await File.ReadAllBytesAsync(first), .. await File.ReadAllBytesAsync(second)];
    }

    /// <summary>H.264 of 5 pictures a second in Matroska, 45 s, with a key frame each 20 s.</summary>
    public static Task<string> TwentySecondGroups() => Films.Make("groups-20.mkv",
        "-f", "lavfi", "-i", "testsrc2=s=160x90:r=5:d=45", "-f", "lavfi", "-i", "sine=f=440:r=48000:d=45",
        "-c:v", "libx264", "-g", "100", "-keyint_min", "100", "-sc_threshold", "0", "-pix_fmt", "yuv420p", "-threads", "1", "-c:a", "aac");

    /// <summary>AAC alone in M4A, 12 s.</summary>
    public static Task<string> SoundOnly() => Films.Make("sound.m4a", [.. Sound, "-c:a", "aac"]);

    /// <summary>As <see cref="SoundOnly"/>, with a square cover picture of one red.</summary>
    public static Task<string> SoundWithCover() => Films.Make("sound-with-cover.m4a",
        [.. Sound, "-f", "lavfi", "-i", "color=red:s=400x400:d=1", "-map", "0:a", "-map", "1:v",
         "-c:a", "aac", "-c:v", "mjpeg", "-frames:v", "1", "-disposition:v:0", "attached_pic"]);

    /// <summary>Black for its first half, in H.264 whose pixels are twice as wide as high, 12 s in MP4.</summary>
    public static Task<string> BlackAtFirst() => Films.Make("black-at-first.mp4",
        [.. Picture, "-vf", "drawbox=c=black:t=fill:enable='lt(t,6)',setsar=2", .. H264]);

    /// <summary>H.264 and AAC in MP4, 12 s, whose index lies in front: of what is cut off, the rest can be read.</summary>
    public static Task<string> IndexInFront() => Films.Make("index-in-front.mp4",
        [.. Picture, .. Sound, .. H264, "-c:a", "aac", "-movflags", "+faststart"]);

    /// <summary>H.264 alone in MP4, 12 s.</summary>
    public static Task<string> PictureOnly() => Films.Make("picture.mp4", [.. Picture, .. H264]);

    /// <summary>H.264 of a variable frame rate and AAC in Matroska, 12 s: every third picture of the second half is missing.</summary>
    public static Task<string> VariableRate() => Films.Make("variable.mkv",
        [.. Picture, .. Sound, "-vf", "select='lt(t,6)+gt(mod(n,3),0)'", "-fps_mode", "vfr", .. H264, "-c:a", "flac"]);

    /// <summary>H.264 and MP3 in Matroska, 12 s.</summary>
    public static Task<string> Mp3() => Films.Make("mp3.mkv", [.. Picture, .. Sound, .. H264, "-c:a", "libmp3lame"]);

    /// <summary>H.264 whose sound begins 1.5 s after the picture, and a subtitle track, in Matroska.</summary>
    public static Task<string> LateSound() => Films.Make("late-sound.mkv",
        [.. Picture, "-itsoffset", "1.5", .. Sound, .. H264, "-c:a", "aac", "-map", "0:v", "-map", "1:a"]);

    /// <summary>H.264 and AAC in Matroska, 12 s, with three chapters: at 0, 4 and 7.5 s, the last without a title.</summary>
    public static Task<string> Chapters() => Films.Make("chapters.mkv",
        [.. Picture, .. Sound, "-f", "ffmetadata", "-i", $"data:text/plain;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(ThreeChapters))}",
         "-map", "0", "-map", "1", "-map_metadata", "2", .. H264, "-c:a", "aac"]);

    /// <summary>H.264 turned by a quarter, with BT.2020 HLG tags, in MP4.</summary>
    public static async Task<string> Rotated()
    {
        string upright = await Films.Make("hlg.mp4",
            [.. Picture, .. H264, "-color_primaries", "bt2020", "-color_trc", "arib-std-b67", "-colorspace", "bt2020nc"]);
        return await Films.Make("rotated.mp4", "-i", upright, "-c", "copy", "-metadata:s:v:0", "rotate=90");
    }
}
