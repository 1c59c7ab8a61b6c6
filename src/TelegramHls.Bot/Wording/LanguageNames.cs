using System.Collections.Frozen;

namespace TelegramHls.Bot.Wording;

/// <summary>
/// English names of the languages that films most often carry, by ISO 639-2 (both forms) and 639-1. The runtime's own
/// table is not there in culture-invariant mode.
/// </summary>
internal static class LanguageNames
{
    private static readonly FrozenDictionary<string, string> Names = new (string Codes, string Name)[]
    {
        ("ar ara", "Arabic"), ("bg bul", "Bulgarian"), ("bn ben", "Bengali"), ("ca cat", "Catalan"),
        ("cs ces cze", "Czech"), ("da dan", "Danish"), ("de deu ger", "German"), ("el ell gre", "Greek"),
        ("en eng", "English"), ("es spa", "Spanish"), ("et est", "Estonian"), ("fa fas per", "Persian"),
        ("fi fin", "Finnish"), ("fr fra fre", "French"), ("he heb", "Hebrew"), ("hi hin", "Hindi"),
        ("hr hrv", "Croatian"), ("hu hun", "Hungarian"), ("id ind", "Indonesian"), ("is isl ice", "Icelandic"),
        ("it ita", "Italian"), ("ja jpn", "Japanese"), ("ka kat geo", "Georgian"), ("kk kaz", "Kazakh"),
        ("ko kor", "Korean"), ("lt lit", "Lithuanian"), ("lv lav", "Latvian"), ("ms msa may", "Malay"),
        ("nl nld dut", "Dutch"), ("no nor nb nob nn nno", "Norwegian"), ("pl pol", "Polish"), ("pt por", "Portuguese"),
        ("ro ron rum", "Romanian"), ("ru rus", "Russian"), ("sk slk slo", "Slovak"), ("sl slv", "Slovenian"),
        ("sr srp", "Serbian"), ("sv swe", "Swedish"), ("ta tam", "Tamil"), ("te tel", "Telugu"), ("th tha", "Thai"),
        ("tr tur", "Turkish"), ("uk ukr", "Ukrainian"), ("ur urd", "Urdu"), ("vi vie", "Vietnamese"),
        ("zh zho chi", "Chinese"),
    }
    .SelectMany(entry => entry.Codes.Split(' '), (entry, code) => KeyValuePair.Create(code, entry.Name))
    .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> Codes = Names
        .Where(entry => entry.Key.Length == 2)
        .DistinctBy(entry => entry.Value)
        .ToFrozenDictionary(entry => entry.Value, entry => entry.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>The ISO 639-1 code of an English name; null where the table lacks it.</summary>
    public static string? CodeOf(string name) => Codes.GetValueOrDefault(name);

    /// <summary>The English name; the code itself where the table lacks it, null where the track says no language.</summary>
    public static string? NameOf(string? code) =>
        code is { Length: > 0 } and not "und" ? Names.GetValueOrDefault(code) ?? code : null;
}
