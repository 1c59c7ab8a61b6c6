using Microsoft.Extensions.Configuration;

namespace TelegramHls.Storage.Tests.Kit;

/// <summary>Settings that can change as a watched file does.</summary>
internal sealed class ChangeableSettings : ConfigurationProvider, IConfigurationSource
{
    public ChangeableSettings(IDictionary<string, string?> settings) => Data = settings;

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    public void Change(IEnumerable<(string Key, string? Value)> settings)
    {
        var changed = new Dictionary<string, string?>(Data, StringComparer.OrdinalIgnoreCase);
        foreach ((string key, string? value) in settings)
        {
            changed.Remove(key);
            if (value is not null)
            {
                changed[key] = value;
            }
        }

        Data = changed;
        OnReload();
    }
}
