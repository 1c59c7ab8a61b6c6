using Microsoft.Extensions.Options;
using TelegramHls.Bot.Access;
using TelegramHls.Bot.Cli.Bots;
using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Ingest.Clean;
using TelegramHls.Catalog;

namespace TelegramHls.Bot.Cli;

/// <summary><c>serve</c>: the bot and its web server.</summary>
internal static class ServeVerb
{
    public static async Task<int> RunAsync(
        Func<WebApplicationBuilder, WebApplication> build,
        string[] assignments,
        bool sendSample)
    {
        using var signals = new StopSignals();
        try
        {
            await ServeAsync(build, assignments, sendSample, signals);
        }
        catch (OperationCanceledException) when (signals.Token.IsCancellationRequested)
        {
            // Told to end while it started: nothing is wrong.
        }

        return ExitCode.Done;
    }

    private static async Task ServeAsync(
        Func<WebApplicationBuilder, WebApplication> build, string[] assignments, bool sendSample, StopSignals signals)
    {
        CancellationToken cancellationToken = signals.Token;
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSingleton<IHostLifetime>(signals);
        Settings.Load(builder.Configuration, assignments);
        DataOptions data = builder.Configuration.GetSection(DataOptions.SectionName).Get<DataOptions>() ?? new();
        using DataDirectory directory = DataDirectory.Open(data.Directory);
        builder.Services.AddSingleton(directory);
        builder.Services.AddSingleton<SampleFilm>();

        await using ServeSandbox? sandbox =
            await ServeSandbox.StartWhereNoTokenIsSetAsync(builder.Configuration, directory, cancellationToken);
        WebApplication app = build(builder);
        await using (app)
        {
            // Before anything is touched: whatever setting does not fit is told at once, without a trace of the host's.
            app.Services.GetService<IStartupValidator>()?.Validate();
            _ = app.Services.GetRequiredService<PublicUrl>();
            await app.Services.GetRequiredService<CatalogMigrator>().MigrateAsync(cancellationToken);
            await ActivatorUtilities.CreateInstance<RetiredMarks>(app.Services).LoadAsync(cancellationToken);
            await app.Services.GetRequiredService<Leftovers>().TidySpoolAsync(cancellationToken);
            await app.Services.GetRequiredService<Pairing>().AnnounceAsync(cancellationToken);
            await ListenException.ForAsync("Server__Urls", () => StartAsync(app, cancellationToken));

            // From here on it ends in order, whenever it is told to.
            await ActivatorUtilities.CreateInstance<StartWarnings>(app.Services).WriteAsync(CancellationToken.None);
            app.Services.GetRequiredService<StartNotice>().Write();
            if (sandbox is not null)
            {
                await sandbox.AnnounceAsync(app, sendSample);
            }

            await app.WaitForShutdownAsync(cancellationToken);
        }
    }

    private static async Task<WebApplication> StartAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
            return app;
        }
        catch
        {
            // The server listens last: what runs already (the job engine has threads of its own) must be told to end.
            await app.StopAsync(CancellationToken.None);
            throw;
        }
    }
}
