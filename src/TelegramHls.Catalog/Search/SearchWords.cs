namespace TelegramHls.Catalog.Search;

/// <summary>Text as it is kept and looked for: without upper case in any script, which SQLite itself only knows for Latin letters.</summary>
internal static class SearchWords
{
    /// <summary>What a job is found by, one after the other.</summary>
    public static string Of(params string?[] texts) =>
        string.Join('\n', texts.Where(text => !string.IsNullOrEmpty(text))).ToLowerInvariant();

    /// <summary>The words of a question.</summary>
    public static string[] Split(string? text) =>
        (text ?? string.Empty).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>For LIKE with <c>\</c> as its escape: the word anywhere.</summary>
    public static string Pattern(string word) =>
        $"%{word.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_")}%";
}
