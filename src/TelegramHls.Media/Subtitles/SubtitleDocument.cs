using System.Collections.Immutable;
using TelegramHls.Media.Subtitles.Reading;

namespace TelegramHls.Media.Subtitles;

/// <summary>
/// Reads subtitle files of any origin. It never throws: what makes no sense is passed over, and what is too much is cut off.
/// </summary>
public static class SubtitleDocument
{
    /// <summary>Bytes of a text file that are looked at; a film's subtitles have some 100,000.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    private const int MostCues = 50_000;
    private const int LongestLine = 16_384;

    /// <summary>The cues in the order of their times; empty where there is nothing to read.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="format">What it is said to be; pictures have no cues.</param>
    /// <param name="language">The language where it is known, as a hint for files in an old encoding.</param>
    public static ImmutableArray<Cue> Read(ReadOnlySpan<byte> bytes, SubtitleFormat format, string? language = null)
    {
        string text = SubtitleEncoding.Decode(bytes[..Math.Min(bytes.Length, MostBytes)], language);
        string[] lines = [.. text.ReplaceLineEndings("\n").Split('\n').Select(line => line[..Math.Min(line.Length, LongestLine)])];
        IEnumerable<Cue> cues = format switch
        {
            SubtitleFormat.Srt => SrtReader.Read(lines),
            SubtitleFormat.Vtt => VttReader.Read(lines),
            SubtitleFormat.Ass => AssReader.Read(lines),
            _ => [],
        };

        // Layers of one text, as shadows are made of, are read once.
        return [.. cues.Take(MostCues).OrderBy(cue => cue.Start).Distinct()];
    }

    /// <summary>The file as UTF-8 text, whatever its encoding was.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? language = null) => SubtitleEncoding.Decode(bytes, language);
}
