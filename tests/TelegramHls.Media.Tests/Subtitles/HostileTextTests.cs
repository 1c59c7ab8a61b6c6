using System.Diagnostics;
using System.Text;
using TelegramHls.Media.Subtitles;
using TelegramHls.Testing;

namespace TelegramHls.Media.Tests.Subtitles;

/// <summary>Whatever bytes come in: nothing is thrown, what goes out is WebVTT, and it takes no time to speak of.</summary>
public sealed class HostileTextTests
{
    private static readonly string[] Pieces =
    [
        "<i>", "</i>", "<b", ">", "&", "&lt;", "&#10;", "{\\an8}", "{\\p1}", "{\\i1", "}", "\\N", "-->", "00:00:01,000 --> 00:00:02,000",
        "\n", "\r\n", "\n\n", "WEBVTT", "NOTE", "[Events]", "Format: Start, End, Text\n", "Dialogue: 0:00:01.00,0:00:02.00,", "9", ":", ",",
        "\0", "\u2028", "é", "Ж", "<v Bob>", "</v>", "STYLE", "X-TIMESTAMP-MAP=MPEGTS:0", "text", "<00:00:01.000>", "\ud83d\ude00",
    ];

    [Theory]
    [InlineData(SubtitleFormat.Srt)]
    [InlineData(SubtitleFormat.Vtt)]
    [InlineData(SubtitleFormat.Ass)]
    public void Read_PiecesInAnyOrder_AlwaysGiveWebVtt(SubtitleFormat format)
    {
        var random = new Random(7);
        int cues = 0;
        for (int i = 0; i < 3000; i++)
        {
            var text = new StringBuilder(format == SubtitleFormat.Ass ? "[Events]\nFormat: Start, End, Text\nDialogue: 0:00:01.00,0:00:02.00," : "00:00:01.000 --> 00:00:02.000\n");
            for (int piece = random.Next(30); piece > 0; piece--)
            {
                text.Append(Pieces[random.Next(Pieces.Length)]);
            }

            cues += CheckAll(Encoding.UTF8.GetBytes(text.ToString()), format);
        }

        cues.ShouldBeGreaterThan(1500);
    }

    [Theory]
    [InlineData(SubtitleFormat.Srt, SubtitleFilms.English)]
    [InlineData(SubtitleFormat.Ass, SubtitleFilms.Russian)]
    [InlineData(SubtitleFormat.Vtt, SubtitleFilms.German)]
    public void Read_ChangedBytes_AlwaysGiveWebVtt(SubtitleFormat format, string good)
    {
        var random = new Random(8);
        byte[] source = Encoding.UTF8.GetBytes(good);
        for (int i = 0; i < 2000; i++)
        {
            byte[] bytes = [.. source];
            for (int change = random.Next(1, 12); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            CheckAll(bytes[..random.Next(bytes.Length)], format);
        }
    }

    [Theory]
    [InlineData(SubtitleFormat.Srt, "<i>")]
    [InlineData(SubtitleFormat.Srt, "{\\i1}")]
    [InlineData(SubtitleFormat.Srt, "00:00:01,000 --> 00:00:02,000\nx\n")]
    [InlineData(SubtitleFormat.Vtt, "00:00:01.000 --> 00:00:02.000\n<b>&amp;\n")]
    [InlineData(SubtitleFormat.Ass, "{")]
    [InlineData(SubtitleFormat.Ass, "Dialogue: 0,0:00:01.00,0:00:02.00,a,,0,0,0,,{\\i1}x\n")]
    [InlineData(SubtitleFormat.Ass, "Format: a,b,c,d,e,f,g\n")]
    public void Read_FarTooMuch_IsCutOffInTime(SubtitleFormat format, string piece)
    {
        string start = format == SubtitleFormat.Ass ? "[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,a,,0,0,0,," : "00:00:01.000 --> 00:00:02.000\n";
        byte[] bytes = Encoding.UTF8.GetBytes(start + string.Concat(Enumerable.Repeat(piece, 12 * 1024 * 1024 / piece.Length)));
        long begun = Stopwatch.GetTimestamp();

        string text = VttWriter.Write(SubtitleDocument.Read(bytes, format));

        Stopwatch.GetElapsedTime(begun).ShouldBeLessThan(TimeSpan.FromSeconds(10));
        text.Length.ShouldBeLessThan(20 * 1024 * 1024);
    }

    private static int CheckAll(byte[] bytes, SubtitleFormat format)
    {
        Cue[] cues = [.. SubtitleDocument.Read(bytes, format)];
        StrictWebVtt.Check(VttWriter.Write(cues)).ShouldBe(cues.Length);
        StrictWebVtt.Check(VttWriter.Write(SubtitleDocument.Read(Encoding.UTF8.GetBytes(SrtWriter.Write(cues)), SubtitleFormat.Srt)));
        return cues.Length;
    }
}
