using System.Collections.Frozen;

namespace TelegramHls.Media.Playlists;

/// <summary>Languages as HLS wants them (BCP 47) and as people read them.</summary>
public static class LanguageTag
{
    private static readonly FrozenDictionary<string, string> Names =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["af"] = "Afrikaans", ["ar"] = "Arabic", ["az"] = "Azerbaijani", ["be"] = "Belarusian",
            ["bg"] = "Bulgarian", ["bn"] = "Bengali", ["bs"] = "Bosnian", ["ca"] = "Catalan", ["cs"] = "Czech",
            ["cy"] = "Welsh", ["da"] = "Danish", ["de"] = "German", ["el"] = "Greek", ["en"] = "English",
            ["es"] = "Spanish", ["et"] = "Estonian", ["eu"] = "Basque", ["fa"] = "Persian", ["fi"] = "Finnish",
            ["fr"] = "French", ["ga"] = "Irish", ["gl"] = "Galician", ["he"] = "Hebrew", ["hi"] = "Hindi",
            ["hr"] = "Croatian", ["hu"] = "Hungarian", ["hy"] = "Armenian", ["id"] = "Indonesian",
            ["is"] = "Icelandic", ["it"] = "Italian", ["ja"] = "Japanese", ["ka"] = "Georgian", ["kk"] = "Kazakh",
            ["kn"] = "Kannada", ["ko"] = "Korean", ["la"] = "Latin", ["lt"] = "Lithuanian", ["lv"] = "Latvian",
            ["mk"] = "Macedonian", ["ml"] = "Malayalam", ["mn"] = "Mongolian", ["mr"] = "Marathi", ["ms"] = "Malay",
            ["nb"] = "Norwegian", ["nl"] = "Dutch", ["nn"] = "Norwegian Nynorsk", ["no"] = "Norwegian",
            ["pa"] = "Punjabi", ["pl"] = "Polish", ["pt"] = "Portuguese", ["ro"] = "Romanian", ["ru"] = "Russian",
            ["sk"] = "Slovak", ["sl"] = "Slovenian", ["sq"] = "Albanian", ["sr"] = "Serbian", ["sv"] = "Swedish",
            ["sw"] = "Swahili", ["ta"] = "Tamil", ["te"] = "Telugu", ["th"] = "Thai", ["tr"] = "Turkish",
            ["uk"] = "Ukrainian", ["ur"] = "Urdu", ["uz"] = "Uzbek", ["vi"] = "Vietnamese", ["zh"] = "Chinese",
        }.ToFrozenDictionary(StringComparer.Ordinal);

    // Norwegian alone has two, of which the wider one, "no", comes last.
    private static readonly FrozenDictionary<string, string> Tags = Names
        .GroupBy(entry => entry.Value, entry => entry.Key, StringComparer.Ordinal)
        .ToFrozenDictionary(tags => tags.Key, tags => tags.Max(StringComparer.Ordinal)!, StringComparer.OrdinalIgnoreCase);

    /// <summary>The BCP 47 tag; null when the source says nothing that could be one.</summary>
    public static string? Of(string? language)
    {
        string text = language?.Replace('_', '-') ?? string.Empty;
        string first = text.Split('-')[0].ToLowerInvariant();
        return first is { Length: < 2 or > 8 } or "und" || !text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') ? null
            : LanguageCodes.ShortOf(first) + text[first.Length..];
    }

    /// <summary>The English name; the tag itself when it is rare.</summary>
    public static string? NameOf(string? language) =>
        Of(language) is not { } tag ? null : Names.TryGetValue(tag.Split('-')[0], out string? name) ? name : tag;

    /// <summary>True when people know the language of this code by a name.</summary>
    public static bool IsNamed(string language) => Of(language) is { } tag && Names.ContainsKey(tag.Split('-')[0]);

    /// <summary>The BCP 47 tag of an English name, in whatever case; null for a rare language and what is none.</summary>
    public static string? TagOf(string name) => Tags.GetValueOrDefault(name);
}
