namespace TelegramHls.Bot.Cli.Reports;

/// <summary>Tables of plain text.</summary>
internal static class Columns
{
    private const string Gap = "  ";

    /// <summary>Lines of a table; the last column takes what is left of the terminal's width.</summary>
    /// <param name="head">Titles of the columns; those that begin with <c>&gt;</c> have their cells on the right.</param>
    /// <param name="rows">As many cells each.</param>
    /// <param name="width">Columns of the terminal.</param>
    public static IEnumerable<string> Of(string[] head, IEnumerable<string[]> rows, int width)
    {
        string[][] all = [[.. head.Select(title => title.TrimStart('>'))], .. rows.Select(row => row.Select(Plain).ToArray())];
        bool[] right = [.. head.Select(title => title.StartsWith('>'))];
        int[] widths = [.. Enumerable.Range(0, head.Length).Select(column => all.Max(row => row[column].Length))];
        int left = Math.Max(16, width - widths[..^1].Sum(one => one + Gap.Length));
        return all.Select(row => string.Join(Gap, row.Select((cell, column) =>
            column == head.Length - 1 && !right[column] ? Cut(cell, left)
            : right[column] ? cell.PadLeft(widths[column])
            : cell.PadRight(widths[column]))));
    }

    /// <summary>Names come from strangers: nothing in them may move the cursor or turn the text around.</summary>
    public static string Plain(string text) => new([.. text.Select(letter => IsHarmless(letter) ? letter : '\uFFFD')]);

    private static bool IsHarmless(char letter) =>
        !char.IsControl(letter) && char.GetUnicodeCategory(letter) is not System.Globalization.UnicodeCategory.Format;

    private static string Cut(string text, int width) => text.Length <= width ? text : text[..(width - 1)] + '…';
}
