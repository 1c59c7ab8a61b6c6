namespace TelegramHls.Media.Playlists;

/// <summary>Names for a player's menu.</summary>
internal static class MenuNames
{
    private const int Longest = 80;

    /// <summary>The same names in their order, no two alike: a number goes behind those that come again.</summary>
    public static string[] MakeUnique(IEnumerable<string> names)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return [.. names.Select(wanted =>
        {
            string name = wanted;
            for (int i = 2; !taken.Add(name); i++)
            {
                name = $"{wanted} ({i})";
            }

            return name;
        })];
    }

    /// <summary>Language and title in one; null where there is neither.</summary>
    public static string? Of(string? language, string? title)
    {
        string? text = title is null ? null : Quotable(title);
        return (LanguageTag.NameOf(language), text) switch
        {
            (null, null or "") => null,
            (null, _) => text,
            ({ } name, null or "") => name,
            ({ } name, _) => text.Contains(name, StringComparison.OrdinalIgnoreCase) ? text : $"{name} - {text}",
        };
    }

    // RFC 8216, 4.2: a quoted string holds neither line ends nor quotation marks.
    private static string Quotable(string text) =>
        new string([.. text.Where(letter => !char.IsControl(letter)).Select(letter => letter == '"' ? '\'' : letter).Take(Longest)]).Trim();
}
