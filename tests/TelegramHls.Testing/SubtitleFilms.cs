namespace TelegramHls.Testing;

/// <summary>Small films with subtitles of every kind, and the files that went into them.</summary>
public static class SubtitleFilms
{
    /// <summary>Italics and a letter that needs escaping; the second cue lasts over the film's end.</summary>
    public const string English = """
        1
        00:00:01,000 --> 00:00:03,500
        <i>Good morning</i> & welcome

        2
        00:00:05,000 --> 00:00:09,000
        1 < 2

        """;

    /// <summary>One line at the bottom, one at the top with a drawing before it.</summary>
    public const string Russian = """
        [Script Info]
        ScriptType: v4.00+

        [V4+ Styles]
        Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
        Style: Default,Arial,16,&Hffffff,&Hffffff,&H0,&H0,0,0,0,0,100,100,0,0,1,1,0,2,10,10,10,0
        Style: Sign,Arial,16,&Hffffff,&Hffffff,&H0,&H0,-1,0,0,0,100,100,0,0,1,1,0,8,10,10,10,0

        [Events]
        Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
        Dialogue: 0,0:00:01.00,0:00:03.50,Default,,0,0,0,,Доброе утро,\Nдобро пожаловать
        Dialogue: 0,0:00:02.00,0:00:04.00,Sign,,0,0,0,,{\p1}m 0 0 l 10 10{\p0}{\fad(200,200)}ВЫХОД

        """;

    /// <summary>A comment and a voice beside the text.</summary>
    public const string German = """
        WEBVTT

        NOTE made by hand

        00:01.000 --> 00:03.500 line:0
        <v Anna>Guten Morgen</v>

        """;

    /// <summary>Two bars as a .sup file.</summary>
    public static byte[] Bars() => PictureSubtitles.Make((1, 3), (5, 7));

    private static readonly string[] Picture = ["-f", "lavfi", "-i", "testsrc2=s=320x180:r=24:d=8"];
    private static readonly string[] H264 = ["-c:v", "libx264", "-preset", "veryfast", "-g", "48", "-bf", "2", "-pix_fmt", "yuv420p", "-threads", "1"];

    /// <summary>H.264 with B-frames, two AAC tracks (English, Russian) and two of text (English SubRip, Russian ASS), 8 s in Matroska.</summary>
    public static async Task<string> TwoAndTwo() => await Films.Make(
        "two-and-two.mkv",
        [
            .. Picture, "-f", "lavfi", "-i", "sine=f=440:r=48000:d=8", "-f", "lavfi", "-i", "sine=f=660:r=48000:d=8",
            "-i", await WriteAsync("english.srt", English), "-i", await WriteAsync("russian.ass", Russian),
            "-map", "0", "-map", "1", "-map", "2", "-map", "3", "-map", "4", .. H264, "-c:a", "aac", "-b:a", "64k", "-c:s", "copy",
            "-metadata:s:a:0", "language=eng", "-metadata:s:a:1", "language=rus",
            "-metadata:s:s:0", "language=eng", "-metadata:s:s:0", "title=English SDH", "-disposition:s:0", "0",
            "-metadata:s:s:1", "language=rus", "-metadata:s:s:1", "title=Надписи", "-disposition:s:1", "forced",
        ]);

    /// <summary>The picture alone with pictures as subtitles: PGS in German, DVD in French; 8 s in Matroska.</summary>
    public static async Task<string> Pictures()
    {
        string discs = await WriteAsync("bars.sup", Bars());
        return await Films.Make(
            "pictures-1s.mkv",
            [
                .. Picture, "-itsoffset", "1", "-i", discs, "-map", "0", "-map", "1", "-map", "1", .. H264, "-c:s:0", "copy", "-c:s:1", "dvdsub",
                "-metadata:s:s:0", "language=ger", "-metadata:s:s:1", "language=fre",
            ]);
    }

    /// <summary>SubRip in English and an empty track in French, in Matroska.</summary>
    public static async Task<string> OneEmpty() => await Films.Make(
        "one-empty.mkv",
        [
            .. Picture, "-i", await WriteAsync("english.srt", English),
            "-i", await WriteAsync("late.srt", "1\n00:10:00,000 --> 00:10:01,000\ntoo late\n"),
            "-map", "0", "-map", "1", "-map", "2", .. H264, "-c:s", "copy", "-t", "8",
            "-metadata:s:s:0", "language=eng", "-metadata:s:s:1", "language=fre",
        ]);

    /// <summary>WebVTT in Matroska that begins at 100 s.</summary>
    public static async Task<string> LateStart() => await Films.Make(
        "late-start.mkv",
        [
            .. Picture, "-i", await WriteAsync("german.vtt", German), "-map", "0", "-map", "1", .. H264, "-c:s", "copy",
            "-metadata:s:s:0", "language=ger", "-output_ts_offset", "100",
        ]);

    /// <summary>Timed text of 3GPP in MP4.</summary>
    public static async Task<string> TimedText() => await Films.Make(
        "timed-text.mp4",
        [
            .. Picture, "-i", await WriteAsync("english.srt", English), "-map", "0", "-map", "1", .. H264, "-c:s", "mov_text",
            "-metadata:s:s:0", "language=eng",
        ]);

    private static Task<string> WriteAsync(string name, string text) => WriteAsync(name, System.Text.Encoding.UTF8.GetBytes(text));

    private static async Task<string> WriteAsync(string name, byte[] bytes)
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("thls-text-").FullName, name);
        await File.WriteAllBytesAsync(path, bytes);
        return path;
    }
}
