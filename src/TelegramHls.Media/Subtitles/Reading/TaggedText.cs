using System.Net;
using System.Text.RegularExpressions;

namespace TelegramHls.Media.Subtitles.Reading;

/// <summary>Reads the text of SubRip and WebVTT: tags like those of HTML, and now and then a command of ASS.</summary>
internal static partial class TaggedText
{
    /// <summary>Appends the line to the cue.</summary>
    /// <param name="line">One line of a cue.</param>
    /// <param name="cue">Where it goes.</param>
    /// <param name="hasEntities">True for WebVTT, in which <c>&amp;lt;</c> stands for a letter.</param>
    public static void Read(string line, CueMarkup cue, bool hasEntities)
    {
        int done = 0;
        foreach (Match match in Marks().Matches(line))
        {
            Append(line[done..match.Index], cue, hasEntities);
            done = match.Index + match.Length;
            if (match.ValueSpan[0] == '{')
                AssOverrides.Apply(match.Value[1..^1], cue, plain: default);
            else if (match.Groups["name"].ValueSpan is [var style] && char.ToLowerInvariant(style) is 'i' or 'b' or 'u')
                cue.Set(char.ToLowerInvariant(match.Groups["name"].ValueSpan[0]), isOn: match.ValueSpan[1] != '/');
        }

        Append(line[done..], cue, hasEntities);
    }

    private static void Append(string text, CueMarkup cue, bool hasEntities) =>
        cue.Append(hasEntities ? WebUtility.HtmlDecode(text) : text);

    // Whatever looks otherwise is text: "<3", "a < b".
    [GeneratedRegex(
        @"</?(?<name>i|b|u|s|em|strong|font|span|br|p|div|c|v|lang|ruby|rt)(?=[\s.>/])[^<>]{0,300}>|</(?<name>i|b|u)\s*>|<[0-9:.]{5,16}>|\{\\[^{}]{0,300}\}",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Marks();
}
