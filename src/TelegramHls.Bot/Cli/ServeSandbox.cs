using System.Globalization;
using TelegramHls.Bot.Hosting;
using TelegramHls.Sandbox;

namespace TelegramHls.Bot.Cli;

/// <summary>The only door to the sandbox: starts it when no token is set, and points the settings at it.</summary>
internal sealed class ServeSandbox : IAsyncDisposable
{
    /// <summary>Where its chat page is unless told otherwise.</summary>
    public const string DefaultUrl = "http://127.0.0.1:8081";

    private readonly SandboxServer _server;
    private readonly SandboxNote _note;

    // The sandbox runs before the program is built, whose ffmpeg makes the film.
    private readonly TaskCompletionSource<SampleFilm> _film;
    private readonly CancellationTokenSource _stopping = new();
    private Task _sending = Task.CompletedTask;

    private ServeSandbox(SandboxServer server, TaskCompletionSource<SampleFilm> film, SandboxNote note)
    {
        _server = server;
        _film = film;
        _note = note;
    }

    /// <summary>Starts it for a verb, at a port of its own; the caller holds the data directory.</summary>
    public static Task<ServeSandbox?> StartForVerbAsync(
        ConfigurationManager configuration, DataDirectory directory, CancellationToken cancellationToken)
    {
        configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>("Sandbox:Urls", "http://127.0.0.1:0")]);
        return StartWhereNoTokenIsSetAsync(configuration, directory, cancellationToken);
    }

    /// <summary>Points the settings at the sandbox of the server that works in the data directory <paramref name="root"/>.</summary>
    /// <exception cref="SettingsException">That server brought no sandbox.</exception>
    public static void PointAtTheRunningOne(ConfigurationManager configuration, string root) =>
        SandboxNote.Read(configuration, Path.Combine(root, "sandbox"));

    public static async Task<ServeSandbox?> StartWhereNoTokenIsSetAsync(
        ConfigurationManager configuration, DataDirectory directory, CancellationToken cancellationToken)
    {
        bool control = !string.IsNullOrWhiteSpace(configuration["Telegram:ControlBot:Token"]);
        bool storage = configuration.GetSection("Telegram:StorageBots").GetChildren()
            .Any(bot => !string.IsNullOrWhiteSpace(bot["Token"]));
        if (storage && !control)
        {
            throw new SettingsException(
                "There are storage bots but no control bot.",
                "set Telegram__ControlBot__Token to the token of the bot that people write to");
        }

        if (control)
        {
            return null;
        }

        var film = new TaskCompletionSource<SampleFilm>(TaskCreationOptions.RunContinuationsAsynchronously);
        var options = new SandboxOptions
        {
            Directory = directory.Sandbox,
            Url = configuration["Sandbox:Urls"] ?? DefaultUrl,
            Local = configuration.GetValue<bool>("Telegram:Local"),
            Sample = new SandboxSample(SampleFilm.Name, async ct => await (await film.Task.WaitAsync(ct)).OpenAsync(ct)),
        };
        SandboxServer server = await StartAsync(options, cancellationToken);
        Dictionary<string, string?> settings = SettingsFor(server, configuration);
        configuration.AddInMemoryCollection(settings);
        return new ServeSandbox(server, film, await SandboxNote.WriteAsync(directory.Sandbox, settings, cancellationToken));
    }

    /// <summary>Says where the chat is and, when asked to, sends the sample film and prints its links.</summary>
    public async Task AnnounceAsync(WebApplication app, bool sendSample)
    {
        await Console.Out.WriteLineAsync($"chat: {_server.Url}");
        _film.SetResult(app.Services.GetRequiredService<SampleFilm>());
        if (sendSample)
        {
            _sending = (await _film.Task).SendAsync(_server, _stopping.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
        _note.Dispose();
        await _server.DisposeAsync();
    }

    private static async Task<SandboxServer> StartAsync(SandboxOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await ListenException.ForAsync(
                "Sandbox__Urls",
                () => SandboxServer.StartAsync(options, TimeProvider.System, loggers: null, cancellationToken));
        }
        catch (ArgumentException)
        {
            throw new SettingsException(
                $"Sandbox:Urls is '{options.Url}', which is no http address of this machine alone.",
                $"set Sandbox__Urls, for example {DefaultUrl}");
        }
    }

    private static Dictionary<string, string?> SettingsFor(SandboxServer server, ConfigurationManager configuration)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Telegram:ApiUrl"] = server.Url,
            ["Telegram:ControlBot:Token"] = server.Accounts.ControlBot.Token,
            ["Server:Urls"] = configuration["Server:Urls"] ?? ServerOptions.ThisMachine,
        };
        if (!configuration.GetSection("Telegram:AllowedUsers").GetChildren().Any())
        {
            settings["Telegram:AllowedUsers:0"] = server.Accounts.Person.Id.ToString(CultureInfo.InvariantCulture);
        }

        for (int i = 0; i < server.Accounts.StorageBots.Count; i++)
        {
            settings[$"Telegram:StorageBots:{i}:Token"] = server.Accounts.StorageBots[i].Bot.Token;
            settings[$"Telegram:StorageBots:{i}:ChatId"] =
                server.Accounts.StorageBots[i].ChatId.ToString(CultureInfo.InvariantCulture);
        }

        return settings;
    }
}
