using Microsoft.Extensions.Options;
using TelegramHls.Bot.Cli.Bots;
using TelegramHls.Bot.Cli.Config;
using TelegramHls.Bot.Conversation.Inbox;
using TelegramHls.Bot.Conversation.Progress;
using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Ingest.Clean;
using TelegramHls.Catalog;

namespace TelegramHls.Bot.Cli.Errands;

/// <summary>The rooms of the program for a verb that works in the data directory itself, where no server does.</summary>
internal sealed class LoneRooms : IAsyncDisposable
{
    private readonly DataDirectory _directory;
    private readonly ServeSandbox? _sandbox;
    private readonly WebApplication _app;
    private readonly List<IHostedService> _started = [];

    private LoneRooms(DataDirectory directory, ServeSandbox? sandbox, WebApplication app)
    {
        _directory = directory;
        _sandbox = sandbox;
        _app = app;
    }

    /// <summary>Everything that is registered.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Takes the data directory and builds the rooms; in sandbox mode its bots run for as long as this.</summary>
    /// <exception cref="SettingsException">The settings do not fit, or another process works in the data directory.</exception>
    public static async Task<LoneRooms> OpenAsync(VerbHost host, WebApplicationBuilder builder, Setup setup, CancellationToken cancellationToken)
    {
        DataDirectory directory = DataDirectory.Open(setup.DataRoot);
        ServeSandbox? sandbox = null;
        try
        {
            builder.Services.AddSingleton(directory);
            sandbox = setup.IsSandbox ? await ServeSandbox.StartForVerbAsync(builder.Configuration, directory, cancellationToken) : null;
            WebApplication app = host.Build(builder, new Setup(builder.Configuration));
            app.Services.GetService<IStartupValidator>()?.Validate();
            await app.Services.GetRequiredService<CatalogMigrator>().MigrateAsync(cancellationToken);
            return new LoneRooms(directory, sandbox, app);
        }
        catch
        {
            await (sandbox?.DisposeAsync() ?? ValueTask.CompletedTask);
            directory.Dispose();
            throw;
        }
    }

    /// <summary>Starts what tells people of their films: they hear of it, too, when a verb ends one.</summary>
    public Task StartTellingAsync(CancellationToken cancellationToken) => StartAsync(service => service is ProgressMessages, cancellationToken);

    /// <summary>Starts all that a server runs but its pages and its inbox: films are made, nobody is answered.</summary>
    public async Task StartWorkAsync(CancellationToken cancellationToken)
    {
        await ActivatorUtilities.CreateInstance<RetiredMarks>(Services).LoadAsync(cancellationToken);
        await Services.GetRequiredService<Leftovers>().TidySpoolAsync(cancellationToken);
        await StartAsync(service => service is not (InboxPoller or InboxWorker) && !IsWebServer(service), cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _started.Reverse();
        foreach (IHostedService service in _started)
        {
            await service.StopAsync(CancellationToken.None);
        }

        await _app.DisposeAsync();
        await (_sandbox?.DisposeAsync() ?? ValueTask.CompletedTask);
        _directory.Dispose();
    }

    private static bool IsWebServer(IHostedService service) =>
        service.GetType().Namespace?.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) == true;

    private async Task StartAsync(Func<IHostedService, bool> isMeant, CancellationToken cancellationToken)
    {
        foreach (IHostedService service in Services.GetServices<IHostedService>().Where(isMeant))
        {
            _started.Add(service);
            await service.StartAsync(cancellationToken);
        }
    }
}
