using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Storing;
using TelegramHls.Sandbox;
using TelegramHls.Storage.Cache;
using TelegramHls.Storage.Parts;
using TelegramHls.Storage.Pool;
using TelegramHls.Storage.Pool.Members;
using TelegramHls.Storage.Pool.Originals;
using TelegramHls.Storage.Pool.Status;
using TelegramHls.Storage.Reading;
using TelegramHls.Storage.Replicas;
using TelegramHls.Storage.Scrub;
using TelegramHls.Storage.Transport;
using TelegramHls.Storage.Transport.Faults;
using TelegramHls.Storage.Transport.Probing;
using TelegramHls.Testing;

namespace TelegramHls.Storage.Tests.Kit;

/// <summary>All of storage over a sandbox, by HTTP.</summary>
internal sealed class StorageRig : IAsyncDisposable
{
    public const int PartSize = 256 * 1024;

    private readonly SandboxServer _server;
    private readonly List<ServiceProvider> _dead = [];
    private readonly AsyncLocal<FaultPlan?> _bound = new();
    private string _life = "";
    private (string Key, string? Value)[] _settings;
    private ServiceProvider _services;
    private MemoryLedger _ledger;
    private ChangeableSettings _source = null!;

    private StorageRig(SandboxServer server, TempDirectory temp, int bots, TimeProvider time, (string Key, string? Value)[] settings)
    {
        _server = server;
        Temp = temp;
        Bots = bots;
        Time = time;
        _settings = settings;
        Sandbox = new SandboxClient(server.Url);
        _ledger = new MemoryLedger(time);
        _services = Build();
    }

    public TempDirectory Temp { get; }

    public int Bots { get; }

    public TimeProvider Time { get; }

    public SandboxClient Sandbox { get; }

    public MemoryLedger Ledger => InThisLife(_ledger);

    /// <summary>What happens around the calls of this life.</summary>
    public FaultPlan Faults { get; private set; } = new();

    public LogLines Log { get; } = new();

    public string Url => _server.Url;

    public string Spool => Temp.File($"spool{_life}");

    public StoredFileWriters Writers => Get<StoredFileWriters>();

    public IRopeReader Reader => Get<IRopeReader>();

    public PoolSnapshot Pool => Get<IPoolStatus>().Look();

    public IPartSource Source => Get<IPartSource>();

    public PartCache Cache => Get<PartCache>();

    public MessageRemover Remover => Get<MessageRemover>();

    public OriginalKeeper Originals => Get<OriginalKeeper>();

    public OriginalPlace OriginalPlace => Get<OriginalPlace>();

    public long ControlId => _server.Accounts.ControlBot.Id;

    public string ControlToken => _server.Accounts.ControlBot.Token;

    public OrphanSweep Sweep => Get<OrphanSweep>();

    public BotRetirement Retirement => Get<BotRetirement>();

    public RetiredBots Retired => Get<RetiredBots>();

    public IdKeeper Ids => Get<IdKeeper>();

    public Scrubber Scrubber => Get<Scrubber>();

    public ReplicaKeeper Replicas => Get<ReplicaKeeper>();

    public IBotInspector Inspector => Get<IBotInspector>();

    public RoundTripProbe RoundTrips => Get<RoundTripProbe>();

    public BotConnections Connections => Get<BotConnections>();

    public static async Task<StorageRig> StartAsync(
        int bots = 4, bool local = false, TimeProvider? time = null, params (string Key, string? Value)[] settings)
    {
        var temp = new TempDirectory();
        var options = new SandboxOptions { Directory = temp.File("sandbox"), Local = local };
        SandboxServer server = await SandboxServer.StartAsync(options, TimeProvider.System, null, CancellationToken.None);
        return new StorageRig(server, temp, bots, time ?? TimeProvider.System, settings);
    }

    public long BotId(int bot) => _server.Accounts.StorageBots[bot].Bot.Id;

    public long Channel(int bot) => _server.Accounts.StorageBots[bot].ChatId;

    public string Token(int bot) => _server.Accounts.StorageBots[bot].Bot.Token;

    public string TokenOf(long bot) => _server.Accounts.StorageBots.Single(known => known.Bot.Id == bot).Bot.Token;

    public IEnumerable<string> Tokens =>
        _server.Accounts.StorageBots.Select(bot => bot.Bot.Token).Append(_server.Accounts.ControlBot.Token);

    /// <summary>Storage as after a restart of the program, with an empty cache.</summary>
    public async Task RestartAsync(params (string Key, string? Value)[] settings)
    {
        _settings = settings.Length > 0 ? settings : _settings;
        await InThisLife(_services).DisposeAsync();
        if (Directory.Exists(Temp.File($"cache{_life}")))
        {
            Directory.Delete(Temp.File($"cache{_life}"), recursive: true);
        }

        _services = Build();
    }

    /// <summary>What the caller goes on to do belongs to this life: once it is over, the rig gives it nothing of the next one.</summary>
    public void Bind() => _bound.Value = Faults;

    /// <summary>
    /// As after SIGKILL: what ran is cut off from Telegram, rows and disk for ever, and never told. Cache and spool begin empty.
    /// </summary>
    public void Kill()
    {
        Faults.Kill();
        _ledger = _ledger.PassOn();
        Faults = new FaultPlan();
        _dead.Add(_services);
        _life = $"-{_dead.Count}";
        _services = Build();
    }

    public Task<bool> CheckPoolAsync(CancellationToken cancellationToken = default) =>
        Get<IPoolStatus>().CheckAsync(cancellationToken);

    /// <summary>What the program does before it touches anything.</summary>
    public void ValidateSettings() => Get<IStartupValidator>().Validate();

    /// <summary>Changes settings under the running storage; null takes one away.</summary>
    public void Change(params (string Key, string? Value)[] settings) => _source.Change(settings);

    public StoreRequest NewRequest(int partSize = PartSize) =>
        new(StoredFileId.New(), VideoId.New(), new PartSizes(partSize));

    public async Task<StoredFileSummary> StoreAsync(StoreRequest request, ReadOnlyMemory<byte> bytes)
    {
        await using StoredFileWriter writer = await Writers.OpenAsync(request, CancellationToken.None);
        await WriteAsync(writer, bytes);
        return await writer.CompleteAsync(CancellationToken.None);
    }

    public static async Task WriteAsync(StoredFileWriter writer, ReadOnlyMemory<byte> bytes)
    {
        for (int at = 0; at < bytes.Length; at += 60_000)
        {
            await writer.WriteAsync(bytes.Slice(at, Math.Min(60_000, bytes.Length - at)), CancellationToken.None);
        }
    }

    /// <summary>Reads the stored file back into a file and lets sha256sum say its hash.</summary>
    public async Task<string> Sha256Async(StoredFileId id)
    {
        string path = Temp.File($"back-{Guid.NewGuid():N}");
        await using (PartStream stream = await Reader.OpenAsync(id, CancellationToken.None))
        await using (FileStream file = File.Create(path))
        {
            await stream.CopyToAsync(file);
        }

        return await RandomFile.Sha256OfAsync(path);
    }

    public async Task<StoredFile> FileAsync(StoredFileId id) =>
        (await Ledger.FindFileAsync(id, CancellationToken.None)).ShouldNotBeNull();

    /// <summary>Names of the documents that stand in the bots' channels, with their sizes.</summary>
    public async Task<List<(long Chat, int Id, string Name, long Size)>> DocumentsAsync()
    {
        var documents = new List<(long, int, string, long)>();
        for (int bot = 0; bot < Bots; bot++)
        {
            foreach (JsonElement message in await Sandbox.Messages(Channel(bot)))
            {
                if (message.TryGetProperty("document", out JsonElement document))
                {
                    documents.Add((
                        Channel(bot),
                        message.GetProperty("message_id").GetInt32(),
                        document.GetProperty("file_name").GetString()!,
                        document.GetProperty("file_size").GetInt64()));
                }
            }
        }

        return documents;
    }

    /// <summary>Makes each of the bots an administrator of each of the channels.</summary>
    public async Task OpenAllChannelsAsync()
    {
        for (int channel = 0; channel < Bots; channel++)
        {
            for (int bot = 0; bot < Bots; bot++)
            {
                await Sandbox.Hook("members", new { chat_id = Channel(channel), user_id = BotId(bot) });
            }
        }
    }

    /// <summary>A person deletes everything of ours in the channel.</summary>
    public async Task EmptyChannelAsync(int channel)
    {
        foreach (var document in (await DocumentsAsync()).Where(document => document.Chat == Channel(channel)))
        {
            await Sandbox.Delete(document.Chat, document.Id);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (ServiceProvider services in _dead.Append(_services))
        {
            await services.DisposeAsync();
        }

        Sandbox.Dispose();
        await _server.DisposeAsync();
        Temp.Dispose();
    }

    private T Get<T>()
        where T : notnull => InThisLife(_services).GetRequiredService<T>();

    private T InThisLife<T>(T thing) =>
        _bound.Value is { IsDead: true } ? throw new InvalidOperationException("This life of the storage is over.") : thing;

    private ServiceProvider Build()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Telegram:ApiUrl"] = _server.Url,
            ["Telegram:ControlBot:Token"] = _server.Accounts.ControlBot.Token,
            ["Storage:MessagesPerMinute"] = "0",
        };
        for (int bot = 0; bot < Bots; bot++)
        {
            settings[$"Telegram:StorageBots:{bot}:Token"] = Token(bot);
            settings[$"Telegram:StorageBots:{bot}:ChatId"] = $"{Channel(bot)}";
        }

        foreach ((string key, string? value) in _settings)
        {
            settings[key] = value;
        }

        foreach (string key in settings.Where(setting => setting.Value is null).Select(setting => setting.Key).ToList())
        {
            settings.Remove(key);
        }

        var services = new ServiceCollection();
        _source = new ChangeableSettings(settings);
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Add(_source).Build());
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        services.AddSingleton(Time);
        services.AddSingleton<ITransportFaults>(Faults);
        services.AddSingleton<IPartLedger>(_ledger);
        services.AddSingleton<ISendLedger>(_ledger);
        services.AddSingleton<IReplicaLedger>(_ledger);
        services.AddSingleton(new StorageDirectories(Spool, Temp.File($"cache{_life}")));
        services.AddStorage();
        return services.BuildServiceProvider();
    }
}
