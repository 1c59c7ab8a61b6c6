using System.Text.RegularExpressions;

namespace TelegramHls.Media.Tests.Subtitles;

/// <summary>Checks a text line by line against what of WebVTT (W3C, chapter 4) we write: blocks, times in order, text that cannot inject.</summary>
internal static partial class StrictWebVtt
{
    public static int Check(string text)
    {
        text.ShouldStartWith("WEBVTT\n");
        text.ShouldNotContain('\r');
        text.ShouldNotContain('\0');
        string[] blocks = text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)[1..];
        foreach (string block in blocks)
        {
            string[] lines = block.Trim('\n').Split('\n');
            Match times = Times().Match(lines[0]);
            times.Success.ShouldBeTrue(block);
            string.CompareOrdinal(times.Groups[1].Value.PadLeft(20, '0'), times.Groups[2].Value.PadLeft(20, '0')).ShouldBeLessThan(0, block);
            lines.Length.ShouldBeGreaterThan(1, block);
            CheckText(string.Join('\n', lines[1..]));
        }

        return blocks.Length;
    }

    private static void CheckText(string text)
    {
        text.ShouldNotContain("-->");
        var open = new Stack<char>();
        foreach (Match tag in Tags().Matches(text))
        {
            if (tag.Value[1] == '/')
                open.Pop().ShouldBe(tag.Value[2]);
            else
                open.Push(tag.Value[1]);
        }

        open.ShouldBeEmpty();
        string rest = Entities().Replace(Tags().Replace(text, string.Empty), string.Empty);
        rest.IndexOfAny(['<', '>', '&']).ShouldBe(-1, text);
    }

    [GeneratedRegex(@"^([0-9]{2,}:[0-5][0-9]:[0-5][0-9]\.[0-9]{3}) --> ([0-9]{2,}:[0-5][0-9]:[0-5][0-9]\.[0-9]{3})( line:(10|50)%)?$", RegexOptions.None, 1000)]
    private static partial Regex Times();

    [GeneratedRegex("</?[ibu]>", RegexOptions.None, 1000)]
    private static partial Regex Tags();

    [GeneratedRegex("&(amp|lt|gt);", RegexOptions.None, 1000)]
    private static partial Regex Entities();
}
