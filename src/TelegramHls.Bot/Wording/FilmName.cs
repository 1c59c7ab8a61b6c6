using System.Globalization;

namespace TelegramHls.Bot.Wording;

/// <summary>Names of films: they come from strangers.</summary>
internal static class FilmName
{
    private const int LongestTitle = 120;

    /// <summary>No path, no control characters, nothing that turns the text around it.</summary>
    public static string Clean(string? text) => text is null ? string.Empty : new string([.. text.Where(IsHarmless)]).Trim();

    /// <summary>As long as a title may be.</summary>
    public static string Shorten(string title) =>
        title.Length <= LongestTitle ? title : title[..(LongestTitle - 1)].TrimEnd() + '…';

    private static bool IsHarmless(char letter) => !char.IsControl(letter)
        && letter is not ('/' or '\\')
        && char.GetUnicodeCategory(letter) is not UnicodeCategory.Format;
}
