using System.Text;
using TelegramHls.Media.Subtitles;

namespace TelegramHls.Media.Tests.Subtitles;

/// <summary>What comes in, and the WebVTT that was written by hand for it.</summary>
public sealed class SubtitleDocumentTests
{
    /// <summary>SubRip text between two times, and the cue's text.</summary>
    public static TheoryData<string, string> Texts => new()
    {
        { "Hello", "Hello" },
        { "Two\nlines", "Two\nlines" },
        { "  padded  \n\n\nafter gaps", "padded\nafter gaps" },
        { "<i>slanted</i> <b>bold</b> <u>under</u>", "<i>slanted</i> <b>bold</b> <u>under</u>" },
        { "<I>loud</I>", "<i>loud</i>" },
        { "<i>never closed", "<i>never closed</i>" },
        { "never opened</i>", "never opened" },
        { "<b>a<i>b</b>c</i>", "<b>a<i>b</i></b><i>c</i>" },
        { "<font color=\"#ff0000\" face='x'>red</font>", "red" },
        { "I <3 you & 2 > 1", "I &lt;3 you &amp; 2 &gt; 1" },
        { "a <b c", "a &lt;b c" },
        { "<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;" },
        { "<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;" },
        { "<c.yellow>yellow</c><00:00:01.500> later", "yellow later" },
        { "&lt;i&gt;", "&amp;lt;i&amp;gt;" },
        { @"{\an8}{\i1}up{\i0}", "<i>up</i>" },
        { "{not a command}", "{not a command}" },
        { "bell\u0007 and\0 zero", "bell and zero" },
        { "42", "42" },
    };

    /// <summary>Text of a line of ASS, and the cue's text.</summary>
    public static TheoryData<string, string> Overrides => new()
    {
        { "plain, with, commas", "plain, with, commas" },
        { @"one\Ntwo\nthree\hfour", "one\ntwo three four" },
        { @"{\i1}a{\b1}b{\i0}c{\b0}d", "<i>a<b>b</b></i><b>c</b>d" },
        { @"{\b700}heavy{\b400}light", "<b>heavy</b>light" },
        { @"{\bord2\blur3\be1\pos(10,20)\fad(1,2)\c&H00FF00&}text", "text" },
        { @"{\p1}m 0 0 l 100 0{\p0}word", "word" },
        { @"{\pos(1,2)\p2}m 1 1", "" },
        { @"{\i1}a{\r}b", "<i>a</i>b" },
        { "{a comment}shown", "shown" },
        { "{never closed", "{never closed" },
        { @"<b>&\N", "&lt;b&gt;&amp;" },
        { @"{\t(0,100,\i1)}turning", "turning" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Read_TextOfSubRip_KeepsWhatWebVttCanSay(string text, string expected) =>
        Only($"1\n00:00:01,000 --> 00:00:02,000\n{text}\n", SubtitleFormat.Srt).Text.ShouldBe(expected);

    [Theory]
    [MemberData(nameof(Overrides))]
    public void Read_TextOfAss_KeepsWhatWebVttCanSay(string text, string expected)
    {
        Cue[] cues = Read($"[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,{text}\n", SubtitleFormat.Ass);

        string.Concat(cues.Select(cue => cue.Text)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("00:00:01,000 --> 00:00:02,500", 1, 2.5)]
    [InlineData("0:0:1.5 --> 0:0:2", 1.5, 2)]
    [InlineData("01:02 --> 01:03", 62, 63)]
    [InlineData("100:00:00,000 --> 100:00:01,000", 360_000, 360_001)]
    [InlineData("  00:00:01,000   -->   00:00:02,000  X1:1 X2:2", 1, 2)]
    public void Read_Times_AreUnderstood(string line, double start, double end)
    {
        Cue cue = Only($"{line}\ntext", SubtitleFormat.Srt);

        (cue.Start.TotalSeconds, cue.End.TotalSeconds).ShouldBe((start, end));
    }

    [Theory]
    [InlineData("00:00:02,000 --> 00:00:01,000")]
    [InlineData("00:00:01,000 --> 00:00:01,000")]
    [InlineData("00:00:xx,000 --> 00:00:01,000")]
    [InlineData("99999999999:00:00,000 --> 99999999999:00:01,000")]
    [InlineData("-->")]
    public void Read_BrokenTimes_SkipsThatCueAlone(string line) =>
        Only($"1\n{line}\nlost\n\n2\n00:00:05,000 --> 00:00:06,000\nkept\n", SubtitleFormat.Srt).Text.ShouldBe("kept");

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\r")]
    public void Read_LineEnds_AreAllTheSame(string end)
    {
        string text = "1\n00:00:03,000 --> 00:00:04,000\nlater\n\n2\n00:00:01,000 --> 00:00:02,000\nsooner\n".Replace("\n", end);

        Read(text, SubtitleFormat.Srt).Select(cue => cue.Text).ShouldBe(["sooner", "later"]);
    }

    [Fact]
    public void Read_NumbersWithoutGaps_AreNoText() =>
        Read("1\n00:00:01,000 --> 00:00:02,000\none\n2\n00:00:03,000 --> 00:00:04,000\ntwo", SubtitleFormat.Srt)
            .Select(cue => cue.Text).ShouldBe(["one", "two"]);

    [Theory]
    [InlineData("utf-8", "Привет, мир. Как дела?", null)]
    [InlineData("utf-16", "Привет, мир. Как дела?", null)]
    [InlineData("utf-16BE", "Grüß Gott — 你好", null)]
    [InlineData("windows-1251", "Привет, мир. Как дела? OK", null)]
    [InlineData("windows-1252", "Déjà vu à l'été, où êtes-vous? Übermäßig", null)]
    [InlineData("windows-1251", "Ё", "rus")]
    [InlineData("windows-1252", "Ü", "ger")]
    public void Read_EachEncoding_GivesTheSameText(string name, string text, string? language)
    {
        Encoding encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes($"1\n00:00:01,000 --> 00:00:02,000\n{text}\n")];

        SubtitleDocument.Read(bytes, SubtitleFormat.Srt, language).ShouldHaveSingleItem().Text.ShouldBe(text);
    }

    [Fact]
    public void Read_WebVttWithAllItsParts_KeepsCuesAndTheirPlaces()
    {
        const string Text = """
            WEBVTT - a title

            STYLE
            ::cue { color: red }

            REGION
            id:fred

            NOTE
            nothing

            first
            00:01.000 --> 00:02.000 line:10% position:20% region:fred
            <v.loud Fred>Up &amp; &lt;away&gt;</v>

            00:00:03.000 --> 00:00:04.000 line:-1
            <ruby>a<rt>b</rt></ruby>
            """;

        Read(Text, SubtitleFormat.Vtt).Select(cue => (cue.Text, cue.Place)).ShouldBe(
            [("Up &amp; &lt;away&gt;", CuePlace.Top), ("ab", CuePlace.Bottom)]);
    }

    [Fact]
    public void Read_StylesOfAss_GiveItalicsAndPlace()
    {
        const string Text = """
            [V4+ Styles]
            Format: Name, Bold, Italic, Alignment
            Style: Sign,0,-1,8
            [Events]
            Format: Start, End, Style, Text
            Comment: 0:00:00.00,0:00:09.00,Sign,hidden
            Dialogue: 0:00:01.00,0:00:02.50,Sign,EXIT
            Dialogue: 0:00:01.00,0:00:02.50,Sign,EXIT
            Dialogue: 0:00:01.00,0:00:02.50,Sign,{\an2\i0}down
            """;

        Read(Text, SubtitleFormat.Ass).ShouldBe(
        [
            new Cue(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2.5), "<i>EXIT</i>", CuePlace.Top),
            new Cue(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2.5), "down", CuePlace.Bottom),
        ]);
    }

    [Fact]
    public void Read_PlacesOfOldSsa_AreUnderstood() => Only(
        "[V4 Styles]\nFormat: Name, Alignment\nStyle: Top,6\n[Events]\nFormat: Start, End, Style, Text\nDialogue: 0:00:01.00,0:00:02.00,*Top,x",
        SubtitleFormat.Ass).Place.ShouldBe(CuePlace.Top);

    [Fact]
    public void Write_Cues_AreWebVttAsWrittenByHand() => VttWriter.Write(Read(SubtitleFilmsText, SubtitleFormat.Srt)).ShouldBe(
        "WEBVTT\n\n00:00:01.000 --> 00:00:03.500 line:10%\n<i>Good morning</i> &amp; welcome\n\n01:00:05.050 --> 01:00:09.000\n1 &lt; 2\n\n");

    [Fact]
    public void Write_AsSubRip_ComesBackAsItWas()
    {
        Cue[] cues = Read(SubtitleFilmsText, SubtitleFormat.Srt);

        string text = SrtWriter.Write(cues);

        text.ShouldStartWith("1\n00:00:01,000 --> 00:00:03,500\n{\\an8}<i>Good morning</i> & welcome\n\n2\n");
        Read(text, SubtitleFormat.Srt).ShouldBe(cues);
    }

    private const string SubtitleFilmsText = """
        1
        00:00:01,000 --> 00:00:03,500
        {\an8}<i>Good morning</i> & welcome

        2
        01:00:05,050 --> 01:00:09,000
        1 < 2
        """;

    private static Cue[] Read(string text, SubtitleFormat format) => [.. SubtitleDocument.Read(Encoding.UTF8.GetBytes(text), format)];

    private static Cue Only(string text, SubtitleFormat format) => Read(text, format).ShouldHaveSingleItem();
}
