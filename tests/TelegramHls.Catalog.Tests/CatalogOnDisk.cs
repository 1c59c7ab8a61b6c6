using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TelegramHls.Testing;

namespace TelegramHls.Catalog.Tests;

/// <summary>A migrated catalogue in a directory of its own, with a clock that stands still.</summary>
public sealed class CatalogOnDisk : IAsyncDisposable
{
    private readonly TempDirectory _directory = new();
    private ServiceProvider _services;

    private CatalogOnDisk() => _services = Build();

    public ManualTimeProvider Clock { get; } = new();

    public string FilePath => _directory.File("catalog.db");

    public static async Task<CatalogOnDisk> MakeAsync()
    {
        var catalog = new CatalogOnDisk();
        await catalog.Get<CatalogMigrator>().MigrateAsync(CancellationToken.None);
        return catalog;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>What a new process would see: new services over the same file.</summary>
    public async Task ReopenAsync()
    {
        await _services.DisposeAsync();
        _services = Build();
        await Get<CatalogMigrator>().MigrateAsync(CancellationToken.None);
    }

    /// <summary>Asks SQLite itself, by its own command-line program, past everything of ours.</summary>
    public async Task<string> AskAsync(string sql) => (await Command.RunAsync("sqlite3", "-cmd", ".timeout 10000", FilePath, sql)).TrimEnd();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _directory.Dispose();
    }

    private ServiceProvider Build() => new ServiceCollection()
        .AddLogging()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
        .AddSingleton<TimeProvider>(Clock)
        .AddCatalog(_ => FilePath)
        .BuildServiceProvider();
}
