namespace TelegramHls.Bot.Playback;

/// <summary>File names that every system can save.</summary>
internal static class FileNames
{
    private const int Longest = 100;
    private const int LongestExtension = 10;
    private const string Forbidden = "\\/:*?\"<>|";

    /// <summary>The name of a file as it was sent, its extension kept; never empty.</summary>
    public static string Safe(string fileName)
    {
        string extension = Path.GetExtension(fileName);
        return extension is { Length: > 1 and <= LongestExtension } && extension[1..].All(char.IsAsciiLetterOrDigit)
            ? From(Path.GetFileNameWithoutExtension(fileName)) + extension
            : From(fileName);
    }

    /// <summary>A name without extension, made from a title; never empty.</summary>
    public static string From(string title)
    {
        string name = new([.. title.Select(letter => char.IsControl(letter) || Forbidden.Contains(letter) ? ' ' : letter)]);
        name = string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim('.', ' ');
        name = name.Length > Longest ? name[..Longest].TrimEnd() : name;
        if (name.Length > 0 && char.IsHighSurrogate(name[^1]))
        {
            name = name[..^1];
        }

        return name.Length == 0 ? "video" : name;
    }
}
