using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;

namespace TelegramHls.Catalog.Tests.Commands;

public sealed class InboxCommandsTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task TryAddAsync_SameMessageFromManyTasks_AddsOnce()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        var inbox = catalog.Get<InboxCommands>();

        bool[] added = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => inbox.TryAddAsync(1, 2, 3, "message", "{}", None)));

        added.Count(yes => yes).ShouldBe(1);
        InboxEntry entry = (await catalog.Get<InboxQueries>().PendingAsync(10, None)).ShouldHaveSingleItem();
        (entry.BotId, entry.ChatId, entry.MessageId, entry.Json).ShouldBe((1L, 2L, 3, "{}"));
    }

    [Fact]
    public async Task TryAddAsync_HandledBefore_IsNotAddedAgain()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        var inbox = catalog.Get<InboxCommands>();
        await inbox.TryAddAsync(1, 2, 3, "message", "{}", None);
        await inbox.MarkHandledAsync((await catalog.Get<InboxQueries>().PendingAsync(1, None))[0].Number, None);

        (await inbox.TryAddAsync(1, 2, 3, "message", "{}", None)).ShouldBeFalse();
        (await inbox.TryAddAsync(9, 2, 3, "message", "{}", None)).ShouldBeTrue();
        (await catalog.Get<InboxQueries>().PendingAsync(10, None)).ShouldHaveSingleItem().BotId.ShouldBe(9);
    }

    [Fact]
    public async Task QueueVideoAsync_Pending_WritesVideoJobAndHandledTogetherOnce()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        var inbox = catalog.Get<InboxCommands>();
        await inbox.TryAddAsync(1, 2, 3, "message", "{}", None);
        long number = (await catalog.Get<InboxQueries>().PendingAsync(1, None))[0].Number;
        NewVideo video = Samples.Video();
        JobRecord job = Samples.Job(video.Id, catalog.Clock.GetUtcNow());

        bool first = await inbox.QueueVideoAsync(number, video, job, None);
        NewVideo other = Samples.Video();
        bool second = await inbox.QueueVideoAsync(number, other, Samples.Job(other.Id, job.CreatedAt), None);

        (first, second).ShouldBe((true, false));
        (await catalog.Get<VideoQueries>().FindAsync(video.Id, None))!.State.ShouldBe(VideoState.Queued);
        (await catalog.Get<VideoQueries>().FindAsync(other.Id, None)).ShouldBeNull();
        (await catalog.Get<IJobLedger>().UnfinishedAsync(None)).ShouldHaveSingleItem().Id.ShouldBe(job.Id);
        (await catalog.Get<InboxQueries>().PendingAsync(1, None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task QueueVideoAsync_VideoIdTaken_LeavesTheUpdatePending()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        NewVideo video = Samples.Video();
        await catalog.CreateAsync(video);
        await catalog.Get<InboxCommands>().TryAddAsync(1, 2, 3, "message", "{}", None);
        long number = (await catalog.Get<InboxQueries>().PendingAsync(1, None))[0].Number;

        await Should.ThrowAsync<Exception>(() => catalog.Get<InboxCommands>().QueueVideoAsync(
            number, video, Samples.Job(VideoId.New(), catalog.Clock.GetUtcNow()), None));

        (await catalog.Get<InboxQueries>().PendingAsync(1, None)).ShouldHaveSingleItem();
        (await catalog.AskAsync("select count(*) from jobs")).ShouldBe("1");
    }

    [Fact]
    public async Task FailAttemptAsync_EachTime_CountsAndKeepsTheReason()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        var inbox = catalog.Get<InboxCommands>();
        await inbox.TryAddAsync(1, 2, 3, "message", "{}", None);
        long number = (await catalog.Get<InboxQueries>().PendingAsync(1, None))[0].Number;

        await inbox.FailAttemptAsync(number, "first", None);
        int attempts = await inbox.FailAttemptAsync(number, "second", None);

        attempts.ShouldBe(2);
        InboxEntry entry = (await catalog.Get<InboxQueries>().PendingAsync(1, None))[0];
        (entry.Attempts, entry.Error).ShouldBe((2, "second"));
    }
}
