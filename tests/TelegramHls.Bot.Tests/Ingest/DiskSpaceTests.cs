using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Ingest.Admit;
using TelegramHls.Catalog;
using TelegramHls.Core.Ids;
using TelegramHls.Storage;
using TelegramHls.Storage.Cache;
using TelegramHls.Storage.Pool;
using TelegramHls.Storage.Pool.Status;
using TelegramHls.Testing;

namespace TelegramHls.Bot.Tests.Ingest;

/// <summary>Room is promised to films before their bytes move, and the cache makes way.</summary>
public sealed class DiskSpaceTests : IDisposable
{
    private const long MiB = 1024 * 1024;

    // Nothing is configured, so there is no bot: three parts of 1 MiB and 16 MiB beside the source.
    private const long Handling = 19 * MiB;

    private readonly TempDirectory _temp = new();
    private readonly DataDirectory _directory;
    private readonly ServiceProvider _services;
    private long _spare = 200 * MiB;
    private Func<long> _room;

    public DiskSpaceTests()
    {
        _directory = DataDirectory.Open(_temp.File("data"));
        _room = () => _spare;
        _services = Build(local: false);
    }

    public void Dispose()
    {
        _services.Dispose();
        _directory.Dispose();
        _temp.Dispose();
    }

    [Fact]
    public void TryReserve_ForOneFilmAfterTheOther_CountsWhatIsPromised()
    {
        DiskSpace disk = NewSpace(_services);
        var first = VideoId.New();

        disk.TryReserve(first, 100 * MiB).ShouldBeTrue();
        disk.TryReserve(VideoId.New(), 70 * MiB).ShouldBeFalse();
        disk.TryReserve(VideoId.New(), 62 * MiB).ShouldBeTrue();
        disk.TryReserve(first, 100 * MiB).ShouldBeTrue();
    }

    [Fact]
    public void TryReserve_OnceTheOtherFilmIsDone_HasItsRoom()
    {
        DiskSpace disk = NewSpace(_services);
        var first = VideoId.New();
        disk.TryReserve(first, 100 * MiB);

        disk.Release(first);

        disk.TryReserve(VideoId.New(), 200 * MiB - Handling).ShouldBeTrue();
        disk.TryReserve(VideoId.New(), 1).ShouldBeFalse();
    }

    [Fact]
    public void TryReserve_WhileAnotherIsFetched_CountsWhatIsStillToCome()
    {
        DiskSpace disk = NewSpace(_services);
        var first = VideoId.New();
        disk.Hold(first, 100 * MiB);
        string spooled = Directory.CreateDirectory(Path.Combine(_directory.Spool, first.Value)).FullName;
        using (FileStream source = File.Create(Path.Combine(spooled, "source")))
        {
            source.SetLength(90 * MiB);
        }

        _spare -= 90 * MiB;

        disk.TryReserve(VideoId.New(), 62 * MiB).ShouldBeTrue();
        disk.TryReserve(VideoId.New(), 1).ShouldBeFalse();
    }

    [Fact]
    public void TryReserve_WithAFullCache_LetsTheCacheShrink()
    {
        string file = Directory.CreateDirectory(Path.Combine(_directory.Cache, "aFile")).FullName;
        for (int part = 0; part < 4; part++)
        {
            File.WriteAllBytes(Path.Combine(file, $"{part:D5}.0123456789abcdef"), new byte[MiB]);
        }

        using ServiceProvider services = Build(local: false);

        // As on a disk: what the cache drops becomes free.
        _room = () => Handling + MiB - (Directory.GetFiles(file).Length * MiB);
        DiskSpace disk = NewSpace(services);

        disk.TryReserve(VideoId.New(), 0).ShouldBeTrue();

        Directory.GetFiles(file).Length.ShouldBe(1);
    }

    [Fact]
    public void TryReserve_OnALocalServer_NeedsNoRoomForTheSource()
    {
        using ServiceProvider services = Build(local: true);

        NewSpace(services).TryReserve(VideoId.New(), 2_000 * MiB).ShouldBeTrue();
    }

    [Fact]
    public void Refuse_WhatNoDiskLikeThisHolds_SaysSo()
    {
        DiskSpace disk = NewSpace(_services);

        disk.Refuse(1_000).ShouldBeNull();
        disk.Refuse(_directory.TotalBytes()).ShouldNotBeNull().ShouldContain("can hold");
    }

    private DiskSpace NewSpace(ServiceProvider services) => new(
        _directory,
        services.GetRequiredService<PartCache>(),
        services.GetRequiredService<IPoolStatus>(),
        Options.Create(new DataOptions { MinFreeBytes = 0 }),
        services.GetRequiredService<IOptions<TelegramOptions>>(),
        services.GetRequiredService<IOptions<StorageOptions>>());

    private ServiceProvider Build(bool local)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Telegram:Local"] = local.ToString(),
            ["Storage:PartSize"] = MiB.ToString(),
        }).Build());
        services.AddLogging();
        services.AddSingleton(new StorageDirectories(_directory.Spool, _directory.Cache));
        services.AddSingleton(new DiskRoom(() => _room()));
        services.AddCatalog(_ => _temp.File("catalogue.db"));
        services.AddStorage();
        return services.BuildServiceProvider();
    }
}
