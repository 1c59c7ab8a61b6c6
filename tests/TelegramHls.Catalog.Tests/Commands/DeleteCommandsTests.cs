using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;
using TelegramHls.Core.Storing;

namespace TelegramHls.Catalog.Tests.Commands;

public sealed class DeleteCommandsTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task DeleteAsync_OnlyVideoOfItsFiles_OrphansEveryMessageAndKeepsHistory()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        VideoId video = await catalog.CreateAsync(Samples.Video());
        StoredFileId index = await catalog.StoreAsync(video, 6);
        StoredFileId file = await catalog.StoreAsync(video, 5);
        string key = (await catalog.Get<PublishCommands>().PublishAsync(video, file, index, Samples.Tracks, None))!;
        await catalog.Get<IPartLedger>().BeginSendAsync(Samples.Intent(file, 9), None);

        IReadOnlyList<StoredFileId> gone = await catalog.Get<DeleteCommands>().DeleteAsync(video, None);

        gone.ShouldBe([file, index], ignoreOrder: true);
        (await catalog.Get<PlaybackQueries>().ResolveAsync(key, None)).ShouldBeNull();
        (await catalog.Get<ISendLedger>().OrphansAsync(DateTimeOffset.MaxValue, 10, None)).Select(orphan => orphan.MessageId)
            .ShouldBe([5, 6], ignoreOrder: true);
        foreach (string table in new[] { "videos", "tracks", "share_links", "stored_files", "parts", "replicas" })
            (await catalog.AskAsync($"select count(*) from {table}")).ShouldBe("0", table);
        // The sweep must still find what an interrupted send left behind.
        (await catalog.AskAsync("select is_unknown from intents")).ShouldBe("1");
        JobRecord job = (await catalog.Get<JobQueries>().AboutAsync(video.Value, None)).ShouldHaveSingleItem();
        (await catalog.Get<JobQueries>().EventsAsync(job.Id, None)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task DeleteAsync_SharedFile_LivesUntilTheLastVideoGoes()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        VideoId first = await catalog.CreateAsync(Samples.Video(owner: 1));
        await catalog.PublishAsync(first, 5);
        VideoId second = await catalog.CreateAsync(Samples.Video(owner: 2));
        string key = (await catalog.Get<PublishCommands>().ShareFileAsync(second, first, None))!;
        var delete = catalog.Get<DeleteCommands>();

        (await delete.DeleteAsync(first, None)).ShouldBeEmpty();

        PlayableVideo played = (await catalog.Get<PlaybackQueries>().ResolveAsync(key, None))!;
        played.FileLength.ShouldBe(100);
        (await catalog.Get<ISendLedger>().OrphansAsync(DateTimeOffset.MaxValue, 10, None)).ShouldBeEmpty();
        (await delete.DeleteAsync(second, None)).ShouldBe([played.Video.File!.Value]);
        (await catalog.Get<ISendLedger>().OrphansAsync(DateTimeOffset.MaxValue, 10, None)).ShouldHaveSingleItem().MessageId.ShouldBe(5);
    }

    [Fact]
    public async Task BeginAsync_Ready_NoLinkAndNoCommandWorksAnyMore()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        VideoId video = await catalog.CreateAsync(Samples.Video());
        string key = await catalog.PublishAsync(video, 5);

        await catalog.Get<DeleteCommands>().BeginAsync(video, None);

        (await catalog.Get<PlaybackQueries>().ResolveAsync(key, None)).ShouldBeNull();
        (await catalog.Get<VideoCommands>().AdmitAsync(video, None)).ShouldBeFalse();
        (await catalog.Get<ShareLinkCommands>().EnsureAsync(video, None)).ShouldBeNull();
        (await catalog.Get<VideoQueries>().ListAsync(null, 0, 10, None)).Total.ShouldBe(0);
        (await catalog.Get<VideoQueries>().InStateAsync(VideoState.Deleting, None))
            .ShouldHaveSingleItem().Id.ShouldBe(video);
    }

    [Fact]
    public async Task FailAsync_PartlyStored_LeavesTheReasonAndNoBytes()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        VideoId video = await catalog.CreateAsync(Samples.Video());
        var file = StoredFileId.New();
        var ledger = catalog.Get<IPartLedger>();
        await ledger.OpenFileAsync(file, video, None);
        await ledger.CommitPartAsync(file, 0, Samples.Part(0, 5), None);
        await catalog.Get<VideoCommands>().BeginStoringAsync(video, file, Samples.Tracks, None);
        string key = (await catalog.Get<ShareLinkCommands>().EnsureAsync(video, None))!;

        IReadOnlyList<StoredFileId> gone = await catalog.Get<DeleteCommands>().FailAsync(video, "No sound.", None);

        gone.ShouldBe([file]);
        Video failed = (await catalog.Get<VideoQueries>().FindAsync(video, None))!;
        (failed.State, failed.FailureReason, failed.File).ShouldBe((VideoState.Failed, "No sound.", null));
        (await catalog.Get<PlaybackQueries>().ResolveAsync(key, None)).ShouldBeNull();
        (await catalog.Get<ISendLedger>().OrphansAsync(DateTimeOffset.MaxValue, 10, None)).ShouldHaveSingleItem();
        (await catalog.Get<VideoQueries>().TracksAsync(video, None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task CommitPartAsync_AfterDelete_IsRefusedSoThatNoRowReturns()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        VideoId video = await catalog.CreateAsync(Samples.Video());
        StoredFileId file = await catalog.StoreAsync(video, 5);
        long intent = await catalog.Get<IPartLedger>().BeginSendAsync(Samples.Intent(file, 1), None);
        await catalog.Get<DeleteCommands>().DeleteAsync(video, None);

        await Should.ThrowAsync<InvalidOperationException>(
            () => catalog.Get<IPartLedger>().CommitPartAsync(file, intent, Samples.Part(1, 8), None));

        (await catalog.Get<ISendLedger>().UnresolvedSendsAsync(DateTimeOffset.MaxValue, None))
            .ShouldHaveSingleItem().Intent.ShouldBe(intent);
    }
}
