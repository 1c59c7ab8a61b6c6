using System.Text.RegularExpressions;
using TelegramHls.Testing.EndToEnd;

namespace TelegramHls.Bot.Tests.Hosting;

/// <summary>The table of docs/CONFIGURATION.md.</summary>
internal static partial class SettingsTable
{
    /// <summary>Defaults by key; <c>N</c> stands for a number.</summary>
    public static Dictionary<string, string> Read() => Row()
        .Matches(File.ReadAllText(Path.Combine(BotProcess.Root, "docs", "CONFIGURATION.md")))
        .ToDictionary(match => match.Groups["key"].Value, match => match.Groups["value"].Value.Trim('`'));

    /// <summary>The key that an environment variable sets, as the table writes it.</summary>
    public static string KeyOf(string variable) =>
        string.Join(':', variable.Split("__").Select(word => word.All(char.IsAsciiDigit) ? "N" : word));

    [GeneratedRegex(@"^\| `(?<key>[^`]+)` \| (?<value>[^|]+?) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
