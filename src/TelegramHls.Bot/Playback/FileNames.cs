namespace TelegramHls.Bot.Playback;

/// <summary>File names that every system can save.</summary>
internal static class FileNames
{
    private const int Longest = 100;
    private const string Forbidden = "\\/:*?\"<>|";

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
