using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TelegramHls.Bot.Access;
using TelegramHls.Bot.Conversation;
using TelegramHls.Bot.Conversation.Notices;
using TelegramHls.Bot.Conversation.Progress;
using TelegramHls.Catalog;
using TelegramHls.Sandbox;
using TelegramHls.Storage;
using TelegramHls.Testing;

namespace TelegramHls.Bot.Tests.Conversation.Notices;

/// <summary>The loop that tells the owner, over a sandbox and a catalogue on disk; clock and troubles are the test's.</summary>
internal sealed class NoticeRig : ITroubleSource, IAsyncDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(10);

    private readonly TempDirectory _directory;
    private readonly SandboxServer _server;
    private ServiceProvider _services;
    private NoticeBook _book = null!;

    private NoticeRig(SandboxServer server, TempDirectory directory)
    {
        (_server, _directory) = (server, directory);
        Sandbox = new SandboxClient(server.Url);
        _services = Build();
    }

    public SandboxClient Sandbox { get; }

    /// <summary>What is wrong.</summary>
    public List<Trouble> Troubles { get; } = [];

    public long Bot => _server.Accounts.ControlBot.Id;

    private ManualTimeProvider Clock { get; } = new();

    private NoticeLoop Loop => _services.GetRequiredService<NoticeLoop>();

    public static async Task<NoticeRig> StartAsync()
    {
        var directory = new TempDirectory();
        var options = new SandboxOptions { Directory = directory.File("sandbox") };
        var rig = new NoticeRig(
            await SandboxServer.StartAsync(options, TimeProvider.System, loggers: null, CancellationToken.None), directory);
        await rig._services.GetRequiredService<CatalogMigrator>().MigrateAsync(CancellationToken.None);
        await rig.Sandbox.Say(rig.Bot, "hello");
        rig._book = await rig.Loop.OpenAsync(CancellationToken.None);
        return rig;
    }

    public Task<IReadOnlyList<Trouble>> LookAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Trouble>>([.. Troubles]);

    /// <summary>Lets so much time pass, look by look; the first look is now.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        for (TimeSpan passed = TimeSpan.Zero; passed < time; passed += BetweenLooks)
        {
            await Loop.LookAsync(_book, CancellationToken.None);
            Clock.Advance(BetweenLooks);
        }
    }

    /// <summary>The program ends and starts again.</summary>
    public async Task RestartAsync()
    {
        await _services.DisposeAsync();
        _services = Build();
        _book = await Loop.OpenAsync(CancellationToken.None);
    }

    /// <summary>What the bot wrote to the owner.</summary>
    public async Task<string[]> SaidAsync() =>
    [
        .. (await Sandbox.Messages(Bot)).Where(message => message.GetProperty("from").GetProperty("id").GetInt64() == Bot)
            .Select(message => message.GetProperty("text").GetString()!),
    ];

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Sandbox.Dispose();
        await _server.DisposeAsync();
        _directory.Dispose();
    }

    private ServiceProvider Build() => new ServiceCollection()
        .AddLogging()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Telegram:ApiUrl"] = _server.Url,
            ["Telegram:ControlBot:Token"] = _server.Accounts.ControlBot.Token,
            ["Telegram:ControlBot:ChatId"] = $"{_server.Accounts.StorageBots[0].ChatId}",
            ["Telegram:AllowedUsers:0"] = $"{_server.Accounts.Person.Id}",
        }).Build())
        .AddSingleton<TimeProvider>(Clock)
        .AddCatalog(_ => _directory.File("catalog.db"))
        .AddStorage()
        .AddAccess()
        .AddSingleton(provider => new ControlBot(
            provider.GetRequiredService<Storage.Transport.BotConnections>().Open(_server.Accounts.ControlBot.Token).QuickClient))
        .AddSingleton<ChatBudget>()
        .AddSingleton<ITroubleSource>(this)
        .AddSingleton<NoticeLoop>()
        .BuildServiceProvider();
}
