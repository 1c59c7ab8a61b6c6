using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Storing;

namespace TelegramHls.Catalog.Tests.Ledgers;

public sealed class SendLedgerTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task UnresolvedSendsAsync_SomeCommitted_ListsTheOldRestOldestFirst()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        var parts = catalog.Get<IPartLedger>();
        var file = StoredFileId.New();
        await parts.OpenFileAsync(file, VideoId.New(), None);
        long committed = await parts.BeginSendAsync(Samples.Intent(file, 0), None);
        long first = await parts.BeginSendAsync(Samples.Intent(file, 1), None);
        long second = await parts.BeginSendAsync(Samples.Intent(file, 2), None);
        await parts.MarkSendUnknownAsync(second, None);
        await parts.CommitPartAsync(file, committed, Samples.Part(0, 5), None);
        catalog.Clock.Advance(TimeSpan.FromMinutes(1));
        await parts.BeginSendAsync(Samples.Intent(file, 3), None);

        IReadOnlyList<UnresolvedSend> sends =
            await catalog.Get<ISendLedger>().UnresolvedSendsAsync(catalog.Clock.GetUtcNow(), None);

        sends.Select(send => send.Intent).ShouldBe([first, second]);
        sends[0].Send.ShouldBe(Samples.Intent(file, 1));
    }

    [Fact]
    public async Task ResolveSendAsync_MessageFound_BecomesAnOrphanUntilForgotten()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        var ledger = catalog.Get<ISendLedger>();
        long intent = await catalog.Get<IPartLedger>().BeginSendAsync(Samples.Intent(StoredFileId.New(), 0), None);
        var orphan = new Orphan(-1001, 77, 1, catalog.Clock.GetUtcNow());

        await ledger.ResolveSendAsync(intent, orphan, None);

        (await ledger.OrphansAsync(DateTimeOffset.MaxValue, 10, None)).ShouldBe([orphan]);
        (await catalog.AskAsync("select count(*) from intents")).ShouldBe("0");
        await ledger.ForgetOrphanAsync(-1001, 77, None);
        (await ledger.OrphansAsync(DateTimeOffset.MaxValue, 10, None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task MarkOrphansLeftAsync_OfThoseTried_AreNotNamedAgainInThatRun()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        var ledger = catalog.Get<ISendLedger>();
        DateTimeOffset now = catalog.Clock.GetUtcNow();
        Orphan[] orphans = [.. Enumerable.Range(1, 3).Select(message => new Orphan(-1001, message, 1, now))];
        foreach (Orphan orphan in orphans)
            await ledger.ResolveSendAsync(0, orphan, None);

        await ledger.MarkOrphansLeftAsync(orphans[..1], now, "not enough rights", None);
        await ledger.MarkOrphanEmptiedAsync(-1001, 2, None);

        (await ledger.OrphansAsync(now, 10, None)).ShouldBe(orphans[2..]);
        (await ledger.OrphansAsync(now.AddSeconds(1), 10, None)).ShouldBe([orphans[0], orphans[2]]);
        (await catalog.Get<MessageQueries>().RemovalsAsync(None)).ShouldBe(new Removals(2, "not enough rights", 1));
    }

    [Fact]
    public async Task KnownMessagesAsync_AboveANumber_AreAscendingAndOfThatChat()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        var parts = catalog.Get<IPartLedger>();
        var file = StoredFileId.New();
        await parts.OpenFileAsync(file, VideoId.New(), None);
        int[] messages = [30, 20, 10];
        for (int index = 0; index < 3; index++)
            await parts.CommitPartAsync(file, 0, Samples.Part(index, messages[index]), None);
        await parts.UpsertReplicaAsync(file, 0, Samples.Replica(30, bot: 2), None);
        await parts.UpsertReplicaAsync(file, 0, Samples.Replica(25, chat: -1002), None);
        var ledger = catalog.Get<ISendLedger>();
        await ledger.ResolveSendAsync(0, new Orphan(-1001, 22, 1, catalog.Clock.GetUtcNow()), None);

        (await ledger.KnownMessagesAsync(-1001, 10, None)).ShouldBe([20, 22, 30]);
    }

    [Fact]
    public async Task CommitPartAsync_OfAnOrphan_AdoptsIt()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        var ledger = catalog.Get<ISendLedger>();
        var file = StoredFileId.New();
        await catalog.Get<IPartLedger>().OpenFileAsync(file, VideoId.New(), None);
        await ledger.ResolveSendAsync(0, new Orphan(-1001, 5, 1, catalog.Clock.GetUtcNow()), None);

        await catalog.Get<IPartLedger>().CommitPartAsync(file, 0, Samples.Part(0, 5), None);

        (await ledger.OrphansAsync(DateTimeOffset.MaxValue, 10, None)).ShouldBeEmpty();
    }
}
