using System.Collections;
using System.Globalization;
using System.Reflection;
using TelegramHls.Bot.Hosting;
using TelegramHls.Storage.Pool;

namespace TelegramHls.Bot.Tests.Hosting;

/// <summary>docs/CONFIGURATION.md says what the options say.</summary>
public sealed class SettingsDocumentTests
{
    // Decided at the start, from the mode or the machine, so the class holds nothing.
    private static readonly string[] DecidedAtStart =
        ["Server:Urls", "Sandbox:Urls", "Logging:LogLevel:Default", "Logging:Console:FormatterName", "Logging:File:Path"];

    [Fact]
    public void Table_Keys_AreTheOptions() =>
        SettingsTable.Read().Keys.Except(DecidedAtStart).Order().ShouldBe(Defaults().Keys.Except(DecidedAtStart).Order());

    [Fact]
    public void Table_Defaults_AreTheOptions()
    {
        Dictionary<string, string> documented = SettingsTable.Read();

        foreach ((string key, string value) in Defaults().Where(pair => !DecidedAtStart.Contains(pair.Key)))
        {
            documented[key].ShouldBe(value, key);
        }
    }

    private static Dictionary<string, string> Defaults() => SettingsSection.All
        .SelectMany(section => Walk(section.Name, section.Type))
        .ToDictionary(pair => pair.Key, pair => pair.Value);

    private static IEnumerable<KeyValuePair<string, string>> Walk(string prefix, Type type)
    {
        object instance = Activator.CreateInstance(type)!;
        foreach (PropertyInfo property in type.GetProperties())
        {
            string key = $"{prefix}:{property.Name}";
            object? value = property.GetValue(instance);
            if (value is BotOptions)
            {
                foreach (KeyValuePair<string, string> inner in Walk(key, typeof(BotOptions)))
                {
                    yield return inner;
                }
            }
            else if (value is IList<BotOptions>)
            {
                foreach (KeyValuePair<string, string> inner in Walk($"{key}:N", typeof(BotOptions)))
                {
                    yield return inner;
                }
            }
            else
            {
                yield return new(value is ICollection ? $"{key}:N" : key, Show(value));
            }
        }
    }

    private static string Show(object? value) => value switch
    {
        null or ICollection => "none",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
