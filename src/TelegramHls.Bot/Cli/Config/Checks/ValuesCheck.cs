using System.Text.RegularExpressions;
using TelegramHls.Bot.Cli.Reports;
using TelegramHls.Bot.Hosting;

namespace TelegramHls.Bot.Cli.Config.Checks;

/// <summary>Every value can be read and lies where it may, as each options class says.</summary>
internal sealed partial class ValuesCheck(Setup setup, IServiceProvider services) : ICheck
{
    public Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        List<Finding> findings = [.. Unreadable()];
        HashSet<string> named = [.. findings.Select(finding => finding.Subject)];
        foreach (SettingsSection section in SettingsSection.All)
        {
            findings.AddRange(Faults(section).Where(finding => named.Add(finding.Subject)));
        }

        return Task.FromResult<IReadOnlyList<Finding>>(findings.Count > 0
            ? findings
            : [Finding.Ok("settings", "every value fits")]);
    }

    private IEnumerable<Finding> Unreadable() => setup.Unreadable.Select(value =>
        Finding.Error(value.Key, $"cannot be '{value.Text}'", $"set it to {Wanted(value.Setting.Type)}"));

    private IEnumerable<Finding> Faults(SettingsSection section)
    {
        try
        {
            section.Read(services);
            return [];
        }
        catch (Exception error) when (SettingsFaults.Read(error) is { Count: > 0 } faults)
        {
            return faults.Select(fault => Finding.Error(Subject(fault, section.Name), fault, "set it as docs/CONFIGURATION.md says"));
        }
    }

    private static string Wanted(Type type) =>
        type == typeof(bool) ? "true or false"
        : type == typeof(TimeSpan) ? "a time such as 00:05:00"
        : type.IsEnum ? string.Join(", ", Enum.GetNames(type)).ToLowerInvariant()
        : "a whole number";

    private static string Subject(string fault, string section) =>
        Variable().Match(fault) is { Success: true } match ? match.Value.Replace("__", ":", StringComparison.Ordinal) : section;

    [GeneratedRegex("[A-Z][A-Za-z]+(__[A-Za-z0-9]+)+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Variable();
}
