using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Core.Ids;

namespace TelegramHls.Catalog.Tests.Queries;

public sealed class DuplicateQueriesTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task FindAsync_TwoOfOneOwnerInWork_OnlyTheLaterFindsTheOther()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        VideoId first = await catalog.CreateAsync(Samples.Video(message: 10));
        VideoId second = await catalog.CreateAsync(Samples.Video(message: 11));
        var duplicates = catalog.Get<DuplicateQueries>();

        (await duplicates.FindAsync(first, None)).ShouldBeNull();
        DuplicateVideo found = (await duplicates.FindAsync(second, None))!;

        (found.Video.Id, found.SameOwner).ShouldBe((first, true));
    }

    [Fact]
    public async Task FindAsync_OtherOwnersVideo_CountsOnlyWhenReady()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        VideoId first = await catalog.CreateAsync(Samples.Video(owner: 1));
        VideoId second = await catalog.CreateAsync(Samples.Video(owner: 2));
        var duplicates = catalog.Get<DuplicateQueries>();
        (await duplicates.FindAsync(second, None)).ShouldBeNull();

        await catalog.PublishAsync(first, 5);

        DuplicateVideo found = (await duplicates.FindAsync(second, None))!;
        (found.Video.Id, found.SameOwner).ShouldBe((first, false));
    }

    [Fact]
    public async Task FindAsync_SameBytesUnderAnotherUniqueId_AreFoundByHash()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        VideoId first = await catalog.CreateAsync(Samples.Video(uniqueId: "one"));
        VideoId second = await catalog.CreateAsync(Samples.Video(uniqueId: null));
        VideoId other = await catalog.CreateAsync(Samples.Video(uniqueId: null));
        await catalog.PublishAsync(first, 5);
        string hash = new('c', 64);
        var videos = catalog.Get<VideoCommands>();
        await videos.SetSourceAsync(first, hash, 10, None);
        await videos.SetSourceAsync(second, hash, 10, None);
        var duplicates = catalog.Get<DuplicateQueries>();

        (await duplicates.FindAsync(second, None))!.Video.Id.ShouldBe(first);
        (await duplicates.FindAsync(other, None)).ShouldBeNull();
    }

    [Fact]
    public async Task FindAsync_FailedOrDeletingTwin_IsNoDuplicate()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        VideoId failed = await catalog.CreateAsync(Samples.Video(message: 10));
        VideoId deleting = await catalog.CreateAsync(Samples.Video(message: 11));
        await catalog.PublishAsync(deleting, 5);
        VideoId third = await catalog.CreateAsync(Samples.Video(message: 12));
        await catalog.Get<DeleteCommands>().FailAsync(failed, "x", None);
        await catalog.Get<DeleteCommands>().BeginAsync(deleting, None);

        (await catalog.Get<DuplicateQueries>().FindAsync(third, None)).ShouldBeNull();
    }

    [Fact]
    public async Task FindAsync_OwnAndForeign_PrefersOwn()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        VideoId foreign = await catalog.CreateAsync(Samples.Video(owner: 1));
        await catalog.PublishAsync(foreign, 5);
        VideoId own = await catalog.CreateAsync(Samples.Video(owner: 2, message: 10));
        VideoId again = await catalog.CreateAsync(Samples.Video(owner: 2, message: 11));

        DuplicateVideo found = (await catalog.Get<DuplicateQueries>().FindAsync(again, None))!;

        (found.Video.Id, found.SameOwner).ShouldBe((own, true));
    }
}
