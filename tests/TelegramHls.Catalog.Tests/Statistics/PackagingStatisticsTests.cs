using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Database;
using TelegramHls.Catalog.Statistics;
using TelegramHls.Core.Ids;

namespace TelegramHls.Catalog.Tests.Statistics;

public sealed class PackagingStatisticsTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task SumAsync_NothingPackaged_IsEmptyAndTellsNoSpeed()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();

        PackagingTotals totals = await catalog.Get<PackagingStatistics>().SumAsync(None);

        totals.Ways.ShouldBeEmpty();
        (totals.EncodingSpeed, totals.Saved).ShouldBe((null, null));
    }

    [Fact]
    public async Task SumAsync_SeveralWays_SumsEachTheMostFilmsFirst()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        var statistics = catalog.Get<PackagingStatistics>();
        await statistics.KeepAsync(Made("libx264", played: 60, worked: 20), None);
        await statistics.KeepAsync(Made(Packaging.Copied, played: 600, worked: 2), None);
        await statistics.KeepAsync(Made(Packaging.Copied, played: 300, worked: 1), None);
        await statistics.KeepAsync(Made("h264_nvenc", played: 180, worked: 20), None);
        await statistics.KeepAsync(Made(null, played: 100, worked: 1), None);

        PackagingTotals totals = await statistics.SumAsync(None);

        totals.Ways.Select(way => (way.Picture, way.Films)).ShouldBe([("copy", 2), (null, 1), ("h264_nvenc", 1), ("libx264", 1)]);
        PackagingSum copied = totals.Ways[0];
        (copied.Played.TotalSeconds, copied.Elapsed.TotalSeconds, copied.Worked.TotalSeconds).ShouldBe((900, 30, 3));
        (copied.Bytes, copied.SourceBytes, copied.SoundsCopied, copied.SoundsEncoded).ShouldBe((2000, 2200, 2, 4));

        // 240 s of film in 40 s of encoding: 6×. The 900 s that were copied would have taken 150 s and took 3.
        totals.EncodingSpeed.ShouldBe(6);
        totals.Saved.ShouldBe(TimeSpan.FromSeconds(147));
    }

    [Fact]
    public async Task KeepAsync_SameFileAgain_CountsTheLastTimeOnly()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        var statistics = catalog.Get<PackagingStatistics>();
        Packaging made = Made("h264_vaapi", played: 60, worked: 20);

        await statistics.KeepAsync(made, None);
        await statistics.KeepAsync(made with { Picture = "libx264" }, None);

        (await statistics.SumAsync(None)).Ways.ShouldHaveSingleItem().Picture.ShouldBe("libx264");
    }

    [Fact]
    public async Task SumAsync_FilmDeleted_StillCountsIt()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        VideoId video = await catalog.CreateAsync(Samples.Video());
        await catalog.Get<PackagingStatistics>().KeepAsync(Made("libx264", 60, 20) with { Video = video }, None);

        await catalog.Get<DeleteCommands>().FailAsync(video, "gone", None);

        (await catalog.Get<PackagingStatistics>().SumAsync(None)).Ways.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task ToRead_BesideAWriter_ReadsAndCannotWrite()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        await catalog.Get<PackagingStatistics>().KeepAsync(Made("libx264", 60, 20), None);
        var database = CatalogDatabase.ToRead(new CatalogOptions(), catalog.FilePath);
        using var store = new CatalogStore(new CatalogContexts(database));
        var statistics = new PackagingStatistics(store, TimeProvider.System);

        (await statistics.SumAsync(None)).Ways.Count.ShouldBe(1);

        await Should.ThrowAsync<Exception>(() => statistics.KeepAsync(Made("libx264", 60, 20), None));
        await catalog.Get<PackagingStatistics>().KeepAsync(Made("libx264", 60, 20), None);
        (await statistics.SumAsync(None)).Ways[0].Films.ShouldBe(2);
    }

    private static Packaging Made(string? picture, int played, int worked) => new(
        StoredFileId.New(), VideoId.New(), JobId.New(), picture, SoundsCopied: 1, SoundsEncoded: 2, SourceBytes: 1100, Bytes: 1000,
        TimeSpan.FromSeconds(played), TimeSpan.FromSeconds(worked * 10), TimeSpan.FromSeconds(worked));
}
