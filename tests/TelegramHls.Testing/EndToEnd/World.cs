using System.Text.Json;
using TelegramHls.Sandbox;

namespace TelegramHls.Testing.EndToEnd;

/// <summary>
/// A Telegram of its own (the sandbox, in this process) with a control bot, four storage bots and a person, and the
/// published program connected to it as to the real one.
/// </summary>
public sealed class World : IAsyncDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly Dictionary<string, string> _settings;

    private World(SandboxServer telegram, string sandboxDirectory, bool local)
    {
        Telegram = telegram;
        Client = new SandboxClient(telegram.Url);
        SandboxDirectory = sandboxDirectory;
        _settings = new Dictionary<string, string>
        {
            ["Telegram__ApiUrl"] = telegram.Url,
            ["Telegram__Local"] = local.ToString(),
            ["Telegram__ControlBot__Token"] = telegram.Accounts.ControlBot.Token,
            ["Telegram__AllowedUsers__0"] = telegram.Accounts.Person.Id.ToString(),
            ["Data__Directory"] = "data",
            ["Data__MinFreeBytes"] = "0",
            ["Storage__MessagesPerMinute"] = "0",
            ["Jobs__FirstPause"] = "00:00:00.2",
            ["Logging__LogLevel__Default"] = "Debug",
            ["Server__Urls"] = $"http://127.0.0.1:{BotProcess.FreePort()}",
        };
        for (int i = 0; i < telegram.Accounts.StorageBots.Count; i++)
        {
            _settings[$"Telegram__StorageBots__{i}__Token"] = telegram.Accounts.StorageBots[i].Bot.Token;
            _settings[$"Telegram__StorageBots__{i}__ChatId"] = telegram.Accounts.StorageBots[i].ChatId.ToString();
        }
    }

    public SandboxServer Telegram { get; private set; }

    public SandboxClient Client { get; private set; }

    public string SandboxDirectory { get; }

    /// <summary>The running program; set by <see cref="StartBotAsync"/>.</summary>
    public BotProcess Bot { get; private set; } = null!;

    /// <summary>Working directory of the program; its data lies in <c>data</c> below.</summary>
    public string Directory => _directory.Path;

    public string Data => Path.Combine(Directory, "data");

    /// <summary>The private chat with the control bot.</summary>
    public long Chat => Telegram.Accounts.ControlBot.Id;

    public IEnumerable<long> Channels => Telegram.Accounts.StorageBots.Select(bot => bot.ChatId);

    public static async Task<World> CreateAsync(bool local = false)
    {
        var directory = new TempDirectory();
        var options = new SandboxOptions { Directory = directory.Path, Local = local };
        return new World(
            await SandboxServer.StartAsync(options, TimeProvider.System, loggers: null, CancellationToken.None),
            directory.Path,
            local);
    }

    /// <summary>A world with the program running and ready.</summary>
    public static async Task<World> StartAsync(bool local = false)
    {
        World world = await CreateAsync(local);
        await world.StartBotAsync();
        return world;
    }

    /// <summary>Starts the program (again), with further settings on top of the usual ones; null takes one away.</summary>
    public async Task StartBotAsync(params (string Name, string? Value)[] settings)
    {
        await LaunchBotAsync(settings);
        await Bot.WaitUntilReadyAsync();
    }

    /// <summary>As <see cref="StartBotAsync"/>, but without waiting until it is ready.</summary>
    public async Task LaunchBotAsync(params (string Name, string? Value)[] settings)
    {
        if (Bot is not null)
        {
            await Bot.DisposeAsync();
        }

        var all = new Dictionary<string, string>(_settings);
        foreach ((string name, string? value) in settings)
        {
            all.Remove(name);
            if (value is not null)
            {
                all[name] = value;
            }
        }

        Bot = BotProcess.Launch(Directory, all);
    }

    /// <summary>
    /// The same Telegram behind the cloud's Bot API server, which gives files over HTTP: films larger than it takes can be sent to a
    /// local one before. The program has to be started anew.
    /// </summary>
    public async Task MoveToCloudAsync()
    {
        await Bot.DisposeAsync();
        Bot = null!;
        Client.Dispose();
        await Telegram.DisposeAsync();
        var options = new SandboxOptions { Directory = SandboxDirectory };
        Telegram = await SandboxServer.StartAsync(options, TimeProvider.System, loggers: null, CancellationToken.None);
        Client = new SandboxClient(Telegram.Url);
        _settings["Telegram__ApiUrl"] = Telegram.Url;
        _settings["Telegram__Local"] = bool.FalseString;
    }

    /// <summary>Sends a file as the person does; returns the id of the message.</summary>
    public async Task<int> SendAsync(string path, string kind = "document", string? name = null)
    {
        await using FileStream content = File.OpenRead(path);
        JsonElement sent = await Client.SendFile(Chat, kind, name ?? Path.GetFileName(path), content);
        return sent.GetProperty("message_id").GetInt32();
    }

    /// <summary>Waits for the bot's last word on a message: a card with links, or a refusal without buttons.</summary>
    public async Task<Card> AnswerToAsync(int message, TimeSpan? longest = null)
    {
        Card? card = null;
        await Client.WaitFor(
            Chat,
            messages => (card = messages.Select(Card.Read).LastOrDefault(
                candidate => candidate.ReplyTo == message && candidate.IsLastWord)) is not null,
            longest ?? TimeSpan.FromMinutes(2));
        return card!;
    }

    public async ValueTask DisposeAsync()
    {
        if (Bot is not null)
        {
            await Bot.DisposeAsync();
        }

        Client.Dispose();
        await Telegram.DisposeAsync();
        _directory.Dispose();
        System.IO.Directory.Delete(SandboxDirectory, recursive: true);
    }
}
