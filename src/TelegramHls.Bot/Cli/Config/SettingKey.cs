using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using TelegramHls.Bot.Hosting;
using TelegramHls.Storage.Pool;

namespace TelegramHls.Bot.Cli.Config;

/// <summary>A setting that the program reads.</summary>
/// <param name="Key">Its name; <c>N</c> stands for any number.</param>
/// <param name="Type">What its text is read as.</param>
/// <param name="Default">What it is when it is not set, as text.</param>
internal sealed record SettingKey(string Key, Type Type, string? Default)
{
    /// <summary>Every setting of the options classes, and those that the start reads by itself.</summary>
    public static IReadOnlyList<SettingKey> All { get; } =
    [
        .. SettingsSection.All.SelectMany(section => Of(section.Name, section.Type)),
        new("Sandbox:Urls", typeof(string), Default: null),
    ];

    /// <summary>The settings of one options class.</summary>
    public static IEnumerable<SettingKey> Of(string prefix, Type type)
    {
        object defaults = Activator.CreateInstance(type)!;
        foreach (PropertyInfo property in type.GetProperties())
        {
            string key = $"{prefix}:{property.Name}";
            Type of = property.PropertyType;
            IEnumerable<SettingKey> keys =
                of == typeof(BotOptions) ? Of(key, of)
                : of == typeof(IList<BotOptions>) ? Of($"{key}:N", typeof(BotOptions))
                : of.IsArray ? [new($"{key}:N", of.GetElementType()!, "0")]
                : [new(key, Nullable.GetUnderlyingType(of) ?? of, Convert.ToString(property.GetValue(defaults), CultureInfo.InvariantCulture))];
            foreach (SettingKey one in keys)
            {
                yield return one;
            }
        }
    }

    /// <summary>The setting that a key names; null when the program reads none of that name.</summary>
    public static SettingKey? Of(string key)
    {
        string generic = Generic(key);
        return All.FirstOrDefault(setting => string.Equals(setting.Key, generic, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>True when the text can be read as this setting's type; names in any case.</summary>
    public bool CanRead(string text) =>
        Type == typeof(string)
        || (Type.IsEnum ? Enum.TryParse(Type, text, ignoreCase: true, out _) : TypeDescriptor.GetConverter(Type).IsValid(text));

    /// <summary>A key with its numbers as <c>N</c>.</summary>
    public static string Generic(string key) =>
        string.Join(':', key.Split(':').Select(word => word.All(char.IsAsciiDigit) ? "N" : word));
}
