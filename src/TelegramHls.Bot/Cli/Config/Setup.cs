using System.Globalization;
using TelegramHls.Bot.Hosting;
using TelegramHls.Storage.Pool;

namespace TelegramHls.Bot.Cli.Config;

/// <summary>The settings as they are, valid or not, for checks that must not stop at the first fault.</summary>
/// <param name="configuration">Where they were read from.</param>
internal sealed class Setup(IConfiguration configuration)
{
    /// <summary>Every source together.</summary>
    public IConfiguration Configuration => configuration;

    /// <summary>Values that cannot be read as what they should be.</summary>
    public IReadOnlyList<UnreadableValue> Unreadable { get; } =
    [
        .. from pair in configuration.AsEnumerable().ToList()
           where pair.Value is not null
           let setting = SettingKey.Of(pair.Key)
           where setting is not null && !setting.CanRead(pair.Value)
           select new UnreadableValue(pair.Key, pair.Value, setting),
    ];

    /// <summary>True when no token is set anywhere: the program then brings its own Telegram.</summary>
    public bool IsSandbox => Bots.All(bot => string.IsNullOrWhiteSpace(bot.Token));

    /// <summary>The control bot first, then the storage bots.</summary>
    public IReadOnlyList<ConfiguredBot> Bots { get; } =
    [
        Read(configuration.GetSection(ConfiguredBot.ControlSection)),
        .. configuration.GetSection("Telegram:StorageBots").GetChildren().Select(Read),
    ];

    /// <summary>Those that store: the control bot where there are no storage bots.</summary>
    public IReadOnlyList<ConfiguredBot> Storing => Bots.Count > 1 ? [.. Bots.Skip(1)] : Bots;

    /// <summary>Bots about which Telegram can be asked.</summary>
    public IEnumerable<ConfiguredBot> Reachable => Bots.Where(bot => bot.HasTokenShape);

    /// <summary>The Bot API server.</summary>
    public string ApiUrl => (configuration["Telegram:ApiUrl"] is { Length: > 0 } given ? given : TelegramOptions.CloudUrl).TrimEnd('/');

    /// <summary>True when that is Telegram's own.</summary>
    public bool IsCloud => string.Equals(ApiUrl, TelegramOptions.CloudUrl, StringComparison.OrdinalIgnoreCase);

    /// <summary>What <c>Telegram:Local</c> says; false where it says nothing readable.</summary>
    public bool SaysLocal => bool.TryParse(configuration["Telegram:Local"], out bool local) && local;

    /// <summary>Bytes of a full part; the default where the settings say nothing readable.</summary>
    public int PartSize => Number("Storage:PartSize") ?? new StorageOptions().PartSize;

    /// <summary>Messages that a channel takes in a minute, 0 for no limit; the default where the settings say nothing readable.</summary>
    public int MessagesPerMinute => Number("Storage:MessagesPerMinute") ?? new StorageOptions().MessagesPerMinute;

    /// <summary>Where the program listens, separated by <c>;</c>.</summary>
    public string Urls => configuration["Server:Urls"] is { Length: > 0 } given ? given
        : IsSandbox ? ServerOptions.ThisMachine
        : ServerOptions.EveryAddress;

    /// <summary>Absolute path of the data directory.</summary>
    public string DataRoot => Path.GetFullPath(configuration["Data:Directory"] is { Length: > 0 } given ? given : new DataOptions().Directory);

    private int? Number(string key) =>
        int.TryParse(configuration[key], NumberStyles.Integer, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static ConfiguredBot Read(IConfigurationSection section) => new(section.Path, section["Token"], section["ChatId"]);
}
