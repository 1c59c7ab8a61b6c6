using System.Collections.Frozen;

namespace TelegramHls.Media.Playlists;

/// <summary>Languages as HLS wants them (BCP 47) and as people read them.</summary>
public static class LanguageTag
{
    private static readonly FrozenDictionary<string, (string Tag, string Name)> Known =
        new Dictionary<string, (string, string)>(StringComparer.Ordinal)
        {
            ["ara"] = ("ar", "Arabic"), ["bul"] = ("bg", "Bulgarian"), ["ces"] = ("cs", "Czech"), ["cze"] = ("cs", "Czech"),
            ["chi"] = ("zh", "Chinese"), ["zho"] = ("zh", "Chinese"), ["dan"] = ("da", "Danish"), ["deu"] = ("de", "German"),
            ["ger"] = ("de", "German"), ["dut"] = ("nl", "Dutch"), ["nld"] = ("nl", "Dutch"), ["ell"] = ("el", "Greek"),
            ["gre"] = ("el", "Greek"), ["eng"] = ("en", "English"), ["est"] = ("et", "Estonian"), ["fas"] = ("fa", "Persian"),
            ["per"] = ("fa", "Persian"), ["fin"] = ("fi", "Finnish"), ["fra"] = ("fr", "French"), ["fre"] = ("fr", "French"),
            ["heb"] = ("he", "Hebrew"), ["hin"] = ("hi", "Hindi"), ["hrv"] = ("hr", "Croatian"), ["hun"] = ("hu", "Hungarian"),
            ["ind"] = ("id", "Indonesian"), ["ita"] = ("it", "Italian"), ["jpn"] = ("ja", "Japanese"), ["kaz"] = ("kk", "Kazakh"),
            ["kor"] = ("ko", "Korean"), ["lav"] = ("lv", "Latvian"), ["lit"] = ("lt", "Lithuanian"), ["nor"] = ("no", "Norwegian"),
            ["pol"] = ("pl", "Polish"), ["por"] = ("pt", "Portuguese"), ["ron"] = ("ro", "Romanian"), ["rum"] = ("ro", "Romanian"),
            ["rus"] = ("ru", "Russian"), ["slk"] = ("sk", "Slovak"), ["slo"] = ("sk", "Slovak"), ["slv"] = ("sl", "Slovenian"),
            ["spa"] = ("es", "Spanish"), ["srp"] = ("sr", "Serbian"), ["swe"] = ("sv", "Swedish"), ["tam"] = ("ta", "Tamil"),
            ["tel"] = ("te", "Telugu"), ["tha"] = ("th", "Thai"), ["tur"] = ("tr", "Turkish"), ["ukr"] = ("uk", "Ukrainian"),
            ["vie"] = ("vi", "Vietnamese"),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Names = Known.Values
        .DistinctBy(language => language.Tag, StringComparer.Ordinal)
        .ToFrozenDictionary(language => language.Tag, language => language.Name, StringComparer.Ordinal);

    /// <summary>The BCP 47 tag; null when the source says nothing that could be one.</summary>
    public static string? Of(string? language)
    {
        string text = language?.Replace('_', '-') ?? string.Empty;
        string first = text.Split('-')[0].ToLowerInvariant();
        return first.Length is < 2 or > 8 || !text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') ? null
            : Known.TryGetValue(first, out (string Tag, string Name) known) ? known.Tag + text[first.Length..]
            : first + text[first.Length..];
    }

    /// <summary>The English name; the tag itself when it is rare.</summary>
    public static string? NameOf(string? language) =>
        Of(language) is not { } tag ? null : Names.TryGetValue(tag.Split('-')[0], out string? name) ? name : tag;
}
