namespace TelegramHls.Sandbox.Tests.Contract;

/// <summary>
/// The server under contract: a sandbox of its own, or the one that THLS_CONTRACT_URL, THLS_CONTRACT_TOKEN and
/// THLS_CONTRACT_CHAT (a channel where the bot is administrator) name.
/// </summary>
public sealed class Live : IAsyncLifetime, IDisposable
{
    private readonly HttpClient _http = new();
    private Sandbox? _sandbox;

    public static string? Url => Environment.GetEnvironmentVariable("THLS_CONTRACT_URL");

    public Api Api { get; private set; } = null!;

    public long Chat { get; private set; }

    public async Task InitializeAsync()
    {
        if (Url is { } url)
        {
            Api = new Api(_http, url.TrimEnd('/'), Environment.GetEnvironmentVariable("THLS_CONTRACT_TOKEN")!);
            Chat = long.Parse(Environment.GetEnvironmentVariable("THLS_CONTRACT_CHAT")!);
            return;
        }

        _sandbox = await Sandbox.Start();
        Api = _sandbox.Storage();
        Chat = _sandbox.Channel();
    }

    public void Dispose() => _http.Dispose();

    public async Task DisposeAsync()
    {
        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync();
        }
    }
}

/// <summary>A fact that needs the sandbox's hooks or its person: shown as skipped on another server.</summary>
public sealed class SandboxFactAttribute : FactAttribute
{
    public SandboxFactAttribute()
    {
        if (Live.Url is not null)
        {
            Skip = "Needs the sandbox's hooks; THLS_CONTRACT_URL names another server.";
        }
    }
}

/// <summary>A theory that needs the sandbox's hooks or its person.</summary>
public sealed class SandboxTheoryAttribute : TheoryAttribute
{
    public SandboxTheoryAttribute()
    {
        if (Live.Url is not null)
        {
            Skip = "Needs the sandbox's hooks; THLS_CONTRACT_URL names another server.";
        }
    }
}
