using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TelegramHls.Sandbox.Accounts;
using TelegramHls.Sandbox.Files;
using TelegramHls.Sandbox.Hooks;
using TelegramHls.Sandbox.Http;
using TelegramHls.Sandbox.Journal;
using TelegramHls.Sandbox.People;
using TelegramHls.Sandbox.Updates;
using TelegramHls.Sandbox.Weather;

namespace TelegramHls.Sandbox;

/// <summary>A running sandbox: Bot API, a person's side, hooks and a page, on one loopback address.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly World _world;
    private readonly ServerFiles _serverFiles;

    private SandboxServer(
        WebApplication app, World world, ServerFiles serverFiles, SandboxAccounts accounts, SandboxGuest guest)
    {
        (_app, _world, _serverFiles, Accounts, Guest) = (app, world, serverFiles, accounts, guest);
        Url = app.Urls.First();
    }

    /// <summary>The address with the real port, without a slash at the end.</summary>
    public string Url { get; }

    /// <summary>The accounts made at the first start.</summary>
    public SandboxAccounts Accounts { get; }

    /// <summary>The default person, to act as from inside this process.</summary>
    public SandboxGuest Guest { get; }

    /// <summary>Opens the state in the directory and listens.</summary>
    /// <param name="options">Directory, address and mode.</param>
    /// <param name="clock">Dates and timers.</param>
    /// <param name="loggers">Where to log; null for nowhere. Request addresses are never logged: they hold tokens.</param>
    /// <param name="ct">Ends the start.</param>
    /// <exception cref="ArgumentException">The address is not a loopback one.</exception>
    /// <exception cref="InvalidDataException">The journal is damaged elsewhere than at its end.</exception>
    public static async Task<SandboxServer> StartAsync(
        SandboxOptions options,
        TimeProvider clock,
        ILoggerFactory? loggers,
        CancellationToken ct)
    {
        RequireLoopback(options.Url);
        Directory.CreateDirectory(options.Directory);
        var sandboxClock = new SandboxClock(clock);
        var world = new World(Path.Combine(options.Directory, "journal.jsonl"), sandboxClock);
        ServerFiles? serverFiles = null;
        try
        {
            SandboxAccounts accounts = AccountMaker.OpenOrMake(world);
            var files = new FileStore(options.Directory);
            files.RemoveAllBut(world.Documents.Values.Select(each => each.Sha256).ToHashSet(StringComparer.Ordinal));
            serverFiles = new ServerFiles(options, world, files);
            ILogger log = loggers?.CreateLogger("TelegramHls.Sandbox") ?? NullLogger.Instance;
            var emulator = new Emulator(
                options,
                sandboxClock,
                world,
                files,
                serverFiles,
                new Polling(world, sandboxClock),
                new Forecast(sandboxClock),
                new UploadSpacing(clock),
                log);
            WebApplication app = Build(options.Url, emulator, accounts);
            await app.StartAsync(ct);
            var guest = new SandboxGuest(emulator, accounts.Person.Id, accounts.ControlBot.Id);
            var server = new SandboxServer(app, world, serverFiles, accounts, guest);
            Log.Listening(log, server.Url);
            return server;
        }
        catch
        {
            serverFiles?.Dispose();
            world.Dispose();
            throw;
        }
    }

    /// <summary>Stops listening, ends waiting calls and closes the state.</summary>
    public async ValueTask DisposeAsync()
    {
        // A long poll would hold an orderly stop up for as long as it waits.
        using (var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(100)))
        {
            await _app.StopAsync(soon.Token);
        }

        await _app.DisposeAsync();
        _serverFiles.Dispose();
        _world.Dispose();
    }

    private static WebApplication Build(string url, Emulator emulator, SandboxAccounts accounts)
    {
        // The host's own loggers would write request addresses, and those hold tokens: it gets none at all.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<Microsoft.Extensions.Hosting.IHostLifetime, NoSignals>();
        builder.WebHost.UseKestrelCore().UseUrls(url);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Limits.MaxRequestHeadersTotalSize = 256 * 1024;
            kestrel.Limits.MaxRequestLineSize = 256 * 1024;
        });
        builder.Services.Configure<Microsoft.Extensions.Hosting.HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        WebApplication app = builder.Build();
        app.Use(new FrontDoor(emulator).InvokeAsync);
        app.UseRouting();
        new PersonEndpoints(emulator, accounts.Person.Id).MapTo(app);
        new HookEndpoints(emulator, accounts.Person.Id).MapTo(app);
        ChatPage.ChatPageEndpoints.MapTo(app);
        return app;
    }

    private static void RequireLoopback(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) || uri.Scheme is not "http" || !uri.IsLoopback)
        {
            throw new ArgumentException(
                $"The sandbox listens on this machine only: '{url}' is not an http address of a loopback host "
                + "such as http://127.0.0.1:8081 (Sandbox__Urls).",
                nameof(url));
        }
    }
}
