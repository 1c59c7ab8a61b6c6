using TelegramHls.Media.Playlists;
using TelegramHls.Media.Subtitles;

namespace TelegramHls.Bot.Conversation.SideFiles;

/// <summary>What the name of a file of subtitles tells: <c>Film.2024.en.forced.srt</c>.</summary>
/// <param name="Language">As the name says it, ISO 639 with a region where one follows; null when unsaid.</param>
/// <param name="Title">What it is called where the language is unsaid: the name itself.</param>
/// <param name="IsForced">Only what everybody has to read.</param>
/// <param name="IsHearingImpaired">With what one hears beside speech.</param>
internal sealed record SideFileName(string? Language, string? Title, bool IsForced, bool IsHearingImpaired)
{
    private const int LongestTitle = 80;
    private static readonly string[] Marks = ["forced", "sdh", "cc", "hoh", "hi", "full", "default", "subs", "subtitles"];
    private static readonly char[] Between = ['.', '_', ' ', '[', ']', '(', ')', '{', '}'];

    public static SideFileName Read(string fileName)
    {
        string stem = new([.. Path.GetFileNameWithoutExtension(fileName).Where(letter => !char.IsControl(letter)
            && char.GetUnicodeCategory(letter) is not System.Globalization.UnicodeCategory.Format)]);
        string[] words = stem.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        // Marks stand last, and the language before them; behind another language "hi" is a mark and not Hindi.
        int marks = words.Reverse().TakeWhile(word => Marks.Contains(word, StringComparer.OrdinalIgnoreCase)).Count();
        bool isSaidBefore = marks < words.Length && LanguageOf(words[^(marks + 1)]) is not null;
        int place = words.Length - marks - (isSaidBefore || marks == 0 || !IsHindi(words[^marks]) ? 1 : 0);
        string? language = place >= 0 && (place > 0 || words.Length == 1) ? LanguageOf(words[place]) : null;
        string last = string.Join(' ', words.Skip(place + 1));
        bool isHearingImpaired = SubtitleWords.SayHearingImpaired(last) || words.Skip(place + 1).Any(IsHindi);
        string title = stem.Trim();
        return new SideFileName(
            language,
            language is not null || title.Length == 0 ? null : title[..Math.Min(title.Length, LongestTitle)],
            SubtitleWords.SayForced(last),
            isHearingImpaired);
    }

    private static bool IsHindi(string word) => string.Equals(word, "hi", StringComparison.OrdinalIgnoreCase);

    // "en", "eng", "pt-BR", "English".
    private static string? LanguageOf(string word)
    {
        string[] parts = word.Split('-');
        return parts[0].Length is 2 or 3 && parts.Length <= 2 && LanguageTag.IsNamed(parts[0]) ? word
            : LanguageTag.TagOf(word);
    }
}
