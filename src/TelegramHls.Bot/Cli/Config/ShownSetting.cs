using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;

namespace TelegramHls.Bot.Cli.Config;

/// <summary>A setting as it is in force.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Value">Its value; of a secret only what is none. Null when it has none.</param>
/// <param name="Source"><c>default</c>, the path of a file, <c>environment</c> or <c>--set</c>.</param>
/// <param name="Variable">The environment variable that sets it.</param>
internal sealed record ShownSetting(string Key, string? Value, string Source, string Variable)
{
    private const string Masked = "********";

    /// <summary>All that the program reads, in the order of its sections, then those of the log.</summary>
    public static IReadOnlyList<ShownSetting> All(IConfigurationRoot configuration)
    {
        string[] given = [.. configuration.AsEnumerable().Where(pair => pair.Value is not null).Select(pair => pair.Key)];
        IEnumerable<string> keys = SettingKey.All.SelectMany(setting => Concrete(setting, given))
            .Concat(given.Where(key => key.StartsWith("Logging:", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal));
        return [.. keys.DistinctBy(key => key.ToUpperInvariant()).Select(key => Of(configuration, key))];
    }

    private static IEnumerable<string> Concrete(SettingKey setting, string[] given) => setting.Key.Contains(":N", StringComparison.Ordinal)
        ? given.Where(key => string.Equals(SettingKey.Generic(key), setting.Key, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)
        : [setting.Key];

    private static ShownSetting Of(IConfigurationRoot configuration, string key)
    {
        string variable = key.Replace(":", "__", StringComparison.Ordinal);
        foreach (IConfigurationProvider provider in configuration.Providers.Reverse())
        {
            if (provider.TryGet(key, out string? value) && value is not null)
            {
                return new ShownSetting(key, Harmless(key, value), SourceOf(provider), variable);
            }
        }

        return new ShownSetting(key, SettingKey.Of(key)?.Default is { Length: > 0 } usual ? usual : null, "default", variable);
    }

    private static string SourceOf(IConfigurationProvider provider) => provider switch
    {
        JsonConfigurationProvider { Source: { Path: { } name, FileProvider: { } files } } => files.GetFileInfo(name).PhysicalPath ?? name,
        EnvironmentVariablesConfigurationProvider => "environment",
        _ => "--set",
    };

    /// <summary>Of a token its first part is the bot's number, and no secret.</summary>
    private static string Harmless(string key, string value)
    {
        bool isToken = key.EndsWith(":Token", StringComparison.OrdinalIgnoreCase);
        bool isSecret = isToken || key.EndsWith(":ConnectionString", StringComparison.OrdinalIgnoreCase);
        int colon = value.IndexOf(':', StringComparison.Ordinal);
        return !isSecret || value.Length == 0 ? value
            : isToken && colon > 0 && value[..colon].All(char.IsAsciiDigit) ? $"{value[..colon]}:{Masked}"
            : Masked;
    }
}
