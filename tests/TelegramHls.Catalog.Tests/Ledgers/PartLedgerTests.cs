using TelegramHls.Core.Ids;
using TelegramHls.Core.Storing;

namespace TelegramHls.Catalog.Tests.Ledgers;

public sealed class PartLedgerTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task OpenFileAsync_Twice_KeepsTheFirst()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        var ledger = catalog.Get<IPartLedger>();
        var file = StoredFileId.New();
        var video = VideoId.New();

        StoredFile opened = await ledger.OpenFileAsync(file, video, None);
        StoredFile again = await ledger.OpenFileAsync(file, VideoId.New(), None);

        opened.Version.ShouldBe(1);
        again.Video.ShouldBe(video);
        again.Parts.ShouldBeEmpty();
        (await ledger.FindFileAsync(StoredFileId.New(), None)).ShouldBeNull();
    }

    [Fact]
    public async Task CommitPartAsync_OutOfOrderFromManyTasks_ShowsPartsUpToTheFirstHole()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        var ledger = catalog.Get<IPartLedger>();
        var file = StoredFileId.New();
        await ledger.OpenFileAsync(file, VideoId.New(), None);
        int[] order = [.. Enumerable.Range(0, 40).Where(index => index != 7).OrderByDescending(index => index)];

        await Parallel.ForEachAsync(order, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (index, token) =>
        {
            long intent = await ledger.BeginSendAsync(Samples.Intent(file, index), token);
            await ledger.CommitPartAsync(file, intent, Samples.Part(index, 1000 + index), token);
        });

        StoredFile holed = (await ledger.FindFileAsync(file, None))!;
        holed.Parts.Select(part => part.Index).ShouldBe([0, 1, 2, 3, 4, 5, 6]);
        holed.Length.ShouldBe(700);
        (await ledger.CommittedPartsAsync(file, None)).Select(part => part.Index)
            .ShouldBe(Enumerable.Range(0, 40).Where(index => index != 7));
        await Should.ThrowAsync<InvalidOperationException>(() => ledger.CompleteFileAsync(file, new string('f', 64), None));

        await ledger.CommitPartAsync(file, 0, Samples.Part(7, 2000), None);
        await ledger.CompleteFileAsync(file, new string('f', 64), None);

        StoredFile whole = (await ledger.FindFileAsync(file, None))!;
        whole.Parts.Select(part => part.Index).ShouldBe(Enumerable.Range(0, 40));
        whole.Parts[39].Replicas.ShouldBe([Samples.Replica(1039)]);
        whole.Parts[3].Hashes.Blocks.ShouldBe([1, 2, 3]);
        whole.Sha256.ShouldBe(new string('f', 64));
        (await catalog.AskAsync("select count(*) from intents")).ShouldBe("0");
        (await catalog.AskAsync("select length from stored_files")).ShouldBe("4000");
    }

    [Fact]
    public async Task CommitPartAsync_OtherBytesAtTheIndex_ThrowsAndKeepsTheIntent()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        var ledger = catalog.Get<IPartLedger>();
        var file = StoredFileId.New();
        await ledger.OpenFileAsync(file, VideoId.New(), None);
        await ledger.CommitPartAsync(file, 0, Samples.Part(0, 5), None);
        long intent = await ledger.BeginSendAsync(Samples.Intent(file, 0), None);

        await Should.ThrowAsync<InvalidOperationException>(
            () => ledger.CommitPartAsync(file, intent, Samples.Part(0, 6, hash: 'b'), None));

        (await catalog.AskAsync("select message_id from replicas")).ShouldBe("5");
        (await catalog.AskAsync("select count(*) from intents")).ShouldBe("1");
    }

    [Fact]
    public async Task CommitPartAsync_SameBytesAgain_KeepsOneRowAndBothMessages()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        var ledger = catalog.Get<IPartLedger>();
        var file = StoredFileId.New();
        await ledger.OpenFileAsync(file, VideoId.New(), None);
        await ledger.CommitPartAsync(file, 0, Samples.Part(0, 5), None);

        await ledger.CommitPartAsync(file, 0, Samples.Part(0, 5), None);
        await ledger.CommitPartAsync(file, 0, Samples.Part(0, 6), None);

        StoredFile found = (await ledger.FindFileAsync(file, None))!;
        found.Parts.ShouldHaveSingleItem().Replicas.ShouldBe([Samples.Replica(5), Samples.Replica(6)]);
    }

    [Fact]
    public async Task CommitPartAsync_NoSuchFile_Throws()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();

        await Should.ThrowAsync<InvalidOperationException>(() => catalog.Get<IPartLedger>().CommitPartAsync(
            StoredFileId.New(), 0, Samples.Part(0, 5), None));
    }

    [Fact]
    public async Task BeginSendAsync_KnownMessages_FillsInTheHighest()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        var ledger = catalog.Get<IPartLedger>();
        var file = StoredFileId.New();
        await ledger.OpenFileAsync(file, VideoId.New(), None);
        await ledger.CommitPartAsync(file, 0, Samples.Part(0, 41), None);

        await ledger.BeginSendAsync(Samples.Intent(file, 1), None);
        await ledger.BeginSendAsync(Samples.Intent(file, 2, lastKnown: 50), None);

        (await catalog.AskAsync("select last_known_message_id from intents order by number")).ShouldBe("41\n50");
    }

    [Fact]
    public async Task AbandonSendAsync_AfterBegin_LeavesNoIntent()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        var ledger = catalog.Get<IPartLedger>();
        long intent = await ledger.BeginSendAsync(Samples.Intent(StoredFileId.New(), 1), None);

        await ledger.AbandonSendAsync(intent, None);

        (await catalog.AskAsync("select count(*) from intents")).ShouldBe("0");
    }

    [Fact]
    public async Task DropPartsAsync_FromTheMiddle_OrphansTheirMessagesAndRaisesTheVersion()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        var ledger = catalog.Get<IPartLedger>();
        var file = StoredFileId.New();
        await ledger.OpenFileAsync(file, VideoId.New(), None);
        for (int index = 0; index < 4; index++)
            await ledger.CommitPartAsync(file, 0, Samples.Part(index, 100 + index), None);
        await ledger.UpsertReplicaAsync(file, 2, Samples.Replica(102, bot: 9), None);
        await ledger.CompleteFileAsync(file, new string('f', 64), None);

        int version = await ledger.DropPartsAsync(file, 2, None);

        StoredFile left = (await ledger.FindFileAsync(file, None))!;
        version.ShouldBe(2);
        left.Version.ShouldBe(2);
        left.IsComplete.ShouldBeFalse();
        left.Parts.Select(part => part.Index).ShouldBe([0, 1]);
        (await catalog.Get<ISendLedger>().OrphansAsync(DateTimeOffset.MaxValue, 10, None))
            .Select(orphan => (orphan.MessageId, orphan.BotId)).ShouldBe([(102, 1L), (103, 1L)]);
    }

    [Fact]
    public async Task UpsertReplicaAsync_SameMessageAndBot_ReplacesItsFileId()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        var ledger = catalog.Get<IPartLedger>();
        var file = StoredFileId.New();
        await ledger.OpenFileAsync(file, VideoId.New(), None);
        await ledger.CommitPartAsync(file, 0, Samples.Part(0, 5), None);
        Replica renewed = Samples.Replica(5) with { FileId = "renewed" };

        await ledger.UpsertReplicaAsync(file, 0, renewed, None);
        await ledger.UpsertReplicaAsync(file, 0, Samples.Replica(5, bot: 2), None);

        (await ledger.FindFileAsync(file, None))!.Parts[0].Replicas.ShouldBe([renewed, Samples.Replica(5, bot: 2)]);
    }

    [Fact]
    public async Task CommitPartAsync_ThenANewProcess_IsThere()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        var file = StoredFileId.New();
        await catalog.Get<IPartLedger>().OpenFileAsync(file, VideoId.New(), None);
        await catalog.Get<IPartLedger>().CommitPartAsync(file, 0, Samples.Part(0, 5), None);

        // Another process sees it at once: nothing waits in ours.
        (await catalog.AskAsync("select message_id from replicas")).ShouldBe("5");
        await catalog.ReopenAsync();

        (await catalog.Get<IPartLedger>().FindFileAsync(file, None))!.Parts.Length.ShouldBe(1);
    }
}
