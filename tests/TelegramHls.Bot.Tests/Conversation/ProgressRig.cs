using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TelegramHls.Bot.Conversation;
using TelegramHls.Bot.Conversation.Progress;
using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Ingest;
using TelegramHls.Bot.Playback;
using TelegramHls.Catalog;
using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Model;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;
using TelegramHls.Sandbox;
using TelegramHls.Storage;
using TelegramHls.Testing;

namespace TelegramHls.Bot.Tests.Conversation;

/// <summary>The progress messages over a sandbox and a catalogue on disk; their clock stands still.</summary>
internal sealed class ProgressRig : IAsyncDisposable
{
    private readonly TempDirectory _directory;
    private readonly SandboxServer _server;
    private readonly ServiceProvider _services;

    private ProgressRig(SandboxServer server, TempDirectory directory)
    {
        _directory = directory;
        _server = server;
        Sandbox = new SandboxClient(server.Url);
        IConfigurationRoot settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Telegram:ApiUrl"] = server.Url,
            ["Telegram:ControlBot:Token"] = server.Accounts.ControlBot.Token,
            ["Telegram:ControlBot:ChatId"] = $"{server.Accounts.StorageBots[0].ChatId}",
        }).Build();
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(settings)
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(new PublicUrl("http://films.example.org"))
            .AddCatalog(_ => _directory.File("catalog.db"))
            .AddStorage()
            .AddConversation()
            .AddSingleton<StatusBoard>()
            .AddSingleton(_ => DataDirectory.Open(_directory.File("data"), _ => long.MaxValue))
            .AddPlayback()
            .BuildServiceProvider();
    }

    public ManualTimeProvider Clock { get; } = new();

    public SandboxClient Sandbox { get; }

    public IVideoAnnouncer Announcer => Messages;

    public long Bot => _server.Accounts.ControlBot.Id;

    private ProgressMessages Messages => _services.GetRequiredService<ProgressMessages>();

    public static async Task<ProgressRig> StartAsync()
    {
        var directory = new TempDirectory();
        var options = new SandboxOptions { Directory = directory.File("sandbox") };
        var rig = new ProgressRig(
            await SandboxServer.StartAsync(options, TimeProvider.System, loggers: null, CancellationToken.None), directory);
        await rig._services.GetRequiredService<CatalogMigrator>().MigrateAsync(CancellationToken.None);
        await rig.Messages.StartAsync(CancellationToken.None);
        return rig;
    }

    /// <summary>A video of the sandbox's person, about which nothing was said yet.</summary>
    public async Task<VideoId> SendAsync()
    {
        JsonElement sent = await Sandbox.Say(Bot, "film");
        long person = _server.Accounts.Person.Id;
        var video = new NewVideo(
            VideoId.New(), person, person, sent.GetProperty("message_id").GetInt32(), VideoKind.Video, "Film", "film.mp4", 1000);
        var job = new JobRecord(
            JobId.New(), "ingest", video.Id.Value, JobState.Waiting, 0, "Admit", "{}", null, Clock.GetUtcNow(), null, null);
        await _services.GetRequiredService<VideoCommands>().CreateAsync(video, job, CancellationToken.None);
        return video.Id;
    }

    /// <summary>Says it, and fails when it is not said without the clock moving on.</summary>
    public Task SayAsync(VideoId video, VideoStatus status) =>
        Announcer.ShowAndWaitAsync(video, status, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>Waits until the messages wait for the clock.</summary>
    public async Task UntilTheyWaitAsync(int timers)
    {
        while (Clock.PendingTimers < timers)
        {
            await Task.Yield();
        }
    }

    public Task<long> EditsAsync() => Sandbox.Calls(Bot, "editmessagetext");

    public async ValueTask DisposeAsync()
    {
        await Messages.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
        Sandbox.Dispose();
        await _server.DisposeAsync();
        _directory.Dispose();
    }
}
