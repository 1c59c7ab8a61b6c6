using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Recovery;
using TelegramHls.Catalog;
using TelegramHls.Catalog.Upkeep;
using TelegramHls.Testing;

namespace TelegramHls.Bot.Tests.Recovery;

[SuppressMessage("Design", "CA1001", Justification = "xUnit calls DisposeAsync.")]
public sealed class DatabaseCopiesTests : IAsyncLifetime
{
    private readonly TempDirectory _temp = new();
    private readonly ManualTimeProvider _clock = new();
    private readonly DataOptions _options = new() { MinFreeBytes = 0 };
    private DataDirectory _directory = null!;
    private ServiceProvider _services = null!;

    private string[] Kept => [.. Directory.EnumerateFiles(_directory.Backups).Select(path => Path.GetFileName(path)!).Order()];

    public async Task InitializeAsync()
    {
        _directory = DataDirectory.Open(_temp.Path);
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSingleton<TimeProvider>(_clock)
            .AddCatalog(_ => _directory.Database)
            .BuildServiceProvider();
        await _services.GetRequiredService<CatalogMigrator>().MigrateAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        _directory.Dispose();
        _temp.Dispose();
    }

    [Fact]
    public async Task RunAsync_NinthDay_KeepsTheLastSevenAndNothingHalf()
    {
        await File.WriteAllTextAsync(Path.Combine(_directory.Backups, "telegramhls.20251231T000000Z.db.part"), "cut off by a kill");

        for (int day = 0; day < 9; day++)
        {
            (await Copies().RunAsync(CancellationToken.None)).ShouldEndWith("read through and sound.");
            _clock.Advance(TimeSpan.FromDays(1));
        }

        Kept.ShouldBe(Enumerable.Range(3, 7).Select(day => $"telegramhls.2026010{day}T000000Z.db"));
        (await Command.RunAsync("sqlite3", Path.Combine(_directory.Backups, Kept[^1]), "pragma integrity_check; select count(*) from jobs"))
            .ShouldBe("ok\n0\n");
    }

    [Fact]
    public async Task RunAsync_DiskBelowItsFloor_RefusesAndKeepsWhatThereIs()
    {
        await Copies().RunAsync(CancellationToken.None);
        _clock.Advance(TimeSpan.FromDays(1));
        _options.MinFreeBytes = long.MaxValue;

        (await Should.ThrowAsync<IOException>(() => Copies().RunAsync(CancellationToken.None))).Message.ShouldStartWith("No copy was made");

        Kept.ShouldHaveSingleItem().ShouldBe("telegramhls.20260101T000000Z.db");
    }

    private DatabaseCopies Copies() =>
        new(_services.GetRequiredService<DatabaseUpkeep>(), _directory, Options.Create(_options), _clock);
}
