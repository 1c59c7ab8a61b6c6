using TelegramHls.Bot.Cli.Reports;

namespace TelegramHls.Bot.Cli.Config.Checks;

/// <summary>Nothing is set that the program does not read: most often a name with a slip of the pen.</summary>
internal sealed class UnknownKeysCheck(Setup setup) : ICheck
{
    private const int MostSlips = 3;

    private static readonly HashSet<string> Sections =
        [.. SettingKey.All.Select(setting => setting.Key.Split(':')[0]), "Logging"];

    public Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        Finding[] findings =
        [
            .. setup.Configuration.AsEnumerable()
                .Where(pair => pair.Value is not null)
                .Select(pair => Judge(pair.Key))
                .OfType<Finding>()
                .OrderBy(finding => finding.Subject, StringComparer.Ordinal),
        ];
        return Task.FromResult<IReadOnlyList<Finding>>(findings.Length > 0
            ? findings
            : [Finding.Ok("names of settings", "all are known")]);
    }

    private static Finding? Judge(string key)
    {
        string[] words = key.Split(':');
        bool ours = Sections.Contains(words[0], StringComparer.OrdinalIgnoreCase);
        string generic = SettingKey.Generic(key);
        if (words[0] == "Logging" || SettingKey.Of(key) is not null)
        {
            return null;
        }

        // Of names outside of our sections only those matter that nearly are ours, such as Telegram_ControlBot_Token.
        string asKey = ours || words.Length > 1 ? generic : generic.Replace('_', ':');
        SettingKey nearest = SettingKey.All.MinBy(setting => Slips.Between(setting.Key, asKey))!;
        bool near = Slips.Between(nearest.Key, asKey) <= MostSlips;
        if (!ours && (!near || !asKey.Contains(':', StringComparison.Ordinal)))
        {
            return null;
        }

        string meant = WithNumbers(nearest.Key, words);
        return Finding.Error(
            key,
            "the program reads no setting of this name",
            near ? $"did you mean {meant} ({meant.Replace(":", "__", StringComparison.Ordinal)})?" : "take it away; docs/CONFIGURATION.md has all names");
    }

    private static string WithNumbers(string key, string[] words)
    {
        Queue<string> numbers = new(words.Where(word => word.Length > 0 && word.All(char.IsAsciiDigit)));
        return string.Join(':', key.Split(':').Select(word => word == "N" && numbers.Count > 0 ? numbers.Dequeue() : word));
    }
}
