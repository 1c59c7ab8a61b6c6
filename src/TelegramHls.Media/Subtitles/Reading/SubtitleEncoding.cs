using System.Text;

namespace TelegramHls.Media.Subtitles.Reading;

/// <summary>Turns bytes into text: Unicode where they are, else the two encodings in which most old subtitles were written.</summary>
internal static class SubtitleEncoding
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Cyrillic = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private static readonly string[] CyrillicLanguages = ["ru", "uk", "be", "bg", "mk", "sr", "rus", "ukr", "bel", "bul", "mkd", "mac", "srp"];

    public static string Decode(ReadOnlySpan<byte> bytes, string? language)
    {
        if (bytes.StartsWith(Encoding.Unicode.Preamble))
            return Encoding.Unicode.GetString(bytes[2..]);

        if (bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);

        ReadOnlySpan<byte> rest = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes;
        try
        {
            return Utf8.GetString(WithoutTornEnd(rest));
        }
        catch (DecoderFallbackException)
        {
            return (IsCyrillic(rest, language) ? Cyrillic : Western).GetString(rest);
        }
    }

    // A file that was cut off may end within a letter.
    private static ReadOnlySpan<byte> WithoutTornEnd(ReadOnlySpan<byte> bytes)
    {
        for (int back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            byte last = bytes[^back];
            if (last >= 0xC0)
                return back < Needed(last) ? bytes[..^back] : bytes;

            if (last < 0x80)
                break;
        }

        return bytes;
    }

    private static int Needed(byte lead) => lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;

    // Accents are rare among the letters of a western text; a Cyrillic one is made of such bytes.
    private static bool IsCyrillic(ReadOnlySpan<byte> bytes, string? language)
    {
        if (language is not null)
            return CyrillicLanguages.Contains(language.Split('-')[0], StringComparer.OrdinalIgnoreCase);

        int plain = 0;
        int high = 0;
        foreach (byte value in bytes)
        {
            plain += char.IsAsciiLetter((char)value) ? 1 : 0;
            high += value >= 0xC0 ? 1 : 0;
        }

        return high > plain * 2 / 3;
    }
}
