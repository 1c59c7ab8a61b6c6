using TelegramHls.Sandbox.Accounts;
using TelegramHls.Testing;

namespace TelegramHls.Sandbox.Tests.Contract;

/// <summary>A sandbox of one test with bare clients for its bots and its person.</summary>
public sealed class Sandbox : IAsyncDisposable
{
    private readonly TempDirectory _directory;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(100) };

    private Sandbox(TempDirectory directory, SandboxServer server)
    {
        (_directory, Server) = (directory, server);
        Person = new SandboxClient(server.Url);
    }

    public SandboxServer Server { get; }

    public SandboxAccounts Accounts => Server.Accounts;

    public SandboxClient Person { get; }

    public HttpClient Http => _http;

    public string Directory => _directory.Path;

    public Api Control => Bot(Accounts.ControlBot);

    public long ControlId => Accounts.ControlBot.Id;

    /// <summary>A storage bot's channel.</summary>
    public long Channel(int number = 0) => Accounts.StorageBots[number].ChatId;

    public Api Storage(int number = 0) => Bot(Accounts.StorageBots[number].Bot);

    public Api Bot(SandboxBot bot) => new(_http, Server.Url, bot.Token);

    public static async Task<Sandbox> Start(bool local = false, SandboxSample? sample = null)
    {
        var directory = new TempDirectory();
        return new Sandbox(directory, await StartServer(directory.Path, local, sample));
    }

    public static Task<SandboxServer> StartServer(string directory, bool local = false, SandboxSample? sample = null) =>
        SandboxServer.StartAsync(
        new SandboxOptions { Directory = directory, Local = local, Sample = sample },
        TimeProvider.System,
        null,
        CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        Person.Dispose();
        _http.Dispose();
        await Server.DisposeAsync();
        _directory.Dispose();
    }
}
