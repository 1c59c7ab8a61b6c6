using TelegramHls.Core.Ids;
using TelegramHls.Core.Storing;

namespace TelegramHls.Catalog.Tests.Ledgers;

public sealed class ReplicaLedgerTests
{
    private const long Other = -1002;

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task ThinPartsAsync_PartsInOneChannelAndInTwo_GivesTheFirstInOrder()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        var ledger = catalog.Get<IReplicaLedger>();
        VideoId video = VideoId.New();
        StoredFileId file = await StoreAsync(catalog, video, parts: 4);
        await catalog.Get<IPartLedger>().UpsertReplicaAsync(file, 1, Samples.Replica(101, bot: 2), None);
        PlacedPart second = (await ledger.PartsAsync(0, 10, None))[2];
        await ledger.AddReplicaAsync(second, 0, Samples.Replica(7, chat: Other), null, None);

        IReadOnlyList<PlacedPart> thin = await ledger.ThinPartsAsync(2, 0, 10, None);

        thin.Select(part => part.Part.Index).ShouldBe([0, 1, 3]);
        thin.ShouldAllBe(part => part.File == file && part.Video == video);
        thin[1].Messages.ShouldHaveSingleItem().ShouldBe(Samples.Replica(101));
        thin[1].Part.Replicas.Length.ShouldBe(2);
        (await ledger.ThinPartsAsync(2, thin[0].Number, 1, None)).ShouldHaveSingleItem().Part.Index.ShouldBe(1);
    }

    [Fact]
    public async Task StrandedPartsAsync_SomeBotsLost_GivesPartsThatNoOtherBotHasAnIdOf()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        var ledger = catalog.Get<IReplicaLedger>();
        StoredFileId file = await StoreAsync(catalog, VideoId.New(), parts: 4);
        long sender = (await ledger.PartsAsync(0, 1, None))[0].Part.Replicas[0].BotId;
        await catalog.Get<IPartLedger>().UpsertReplicaAsync(file, 1, Samples.Replica(101, bot: 21), None);
        await catalog.Get<IPartLedger>().UpsertReplicaAsync(file, 2, Samples.Replica(102, bot: 22), None);

        IReadOnlyList<PlacedPart> stranded = await ledger.StrandedPartsAsync([21, 99], 0, 10, None);

        stranded.Select(part => part.Part.Index).ShouldBe([0, 2, 3]);
        (await ledger.StrandedPartsAsync([21, 99], stranded[0].Number, 1, None)).ShouldHaveSingleItem().Part.Index.ShouldBe(2);
        (await ledger.CountStrandedAsync([21, 99], None)).OrderBy(bot => bot.Value).ShouldBe([new(22, 1), new(sender, 3)]);
        (await ledger.CountStrandedAsync([sender], None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task PartsInAsync_PartsInTwoChannels_GivesThoseOfOne()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        var ledger = catalog.Get<IReplicaLedger>();
        await StoreAsync(catalog, VideoId.New(), parts: 3);
        IReadOnlyList<PlacedPart> all = await ledger.PartsAsync(0, 10, None);
        await ledger.AddReplicaAsync(all[0], 0, Samples.Replica(7, chat: Other), null, None);
        await ledger.AddReplicaAsync(all[2], 0, Samples.Replica(8, chat: Other), null, None);

        (await ledger.PartsInAsync(Other, 0, 10, None)).Select(part => part.Part.Index).ShouldBe([0, 2]);
        (await ledger.PartsInAsync(Other, all[0].Number, 10, None)).ShouldHaveSingleItem().Messages.Length.ShouldBe(2);
        (await ledger.CountInAsync(Other, None)).ShouldBe(2);
    }

    [Fact]
    public async Task AddReplicaAsync_AnotherChannel_AddsItsRowAndRemovesTheIntent()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        StoredFileId file = await StoreAsync(catalog, VideoId.New(), parts: 1);
        long intent = await catalog.Get<IPartLedger>().BeginSendAsync(Samples.Intent(file, 0), None);

        (await AddAsync(catalog, intent, Samples.Replica(7, chat: Other))).ShouldBeTrue();

        (await catalog.AskAsync("select chat_id, message_id from replicas order by number")).ShouldBe("-1001|100\n-1002|7");
        (await catalog.AskAsync("select count(*) from intents")).ShouldBe("0");
    }

    [Fact]
    public async Task AddReplicaAsync_AChannelThatHoldsThePart_OrphansTheNewMessage()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        await StoreAsync(catalog, VideoId.New(), parts: 1);

        (await AddAsync(catalog, 0, Samples.Replica(7))).ShouldBeFalse();

        (await catalog.AskAsync("select message_id from replicas")).ShouldBe("100");
        (await catalog.AskAsync("select message_id from orphans")).ShouldBe("7");
    }

    [Fact]
    public async Task AddReplicaAsync_InsteadOfAMessage_ReplacesAllItsRows()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        StoredFileId file = await StoreAsync(catalog, VideoId.New(), parts: 1);
        await catalog.Get<IPartLedger>().UpsertReplicaAsync(file, 0, Samples.Replica(100, bot: 2), None);

        (await AddAsync(catalog, 0, Samples.Replica(7), insteadOf: 100)).ShouldBeTrue();

        (await catalog.AskAsync("select message_id from replicas")).ShouldBe("7");
        (await catalog.AskAsync("select count(*) from orphans")).ShouldBe("0");
    }

    [Fact]
    public async Task AddReplicaAsync_ThePartWasDroppedMeanwhile_OrphansTheNewMessage()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        StoredFileId file = await StoreAsync(catalog, VideoId.New(), parts: 1);
        PlacedPart part = (await catalog.Get<IReplicaLedger>().PartsAsync(0, 1, None))[0];
        await catalog.Get<IPartLedger>().DropPartsAsync(file, 0, None);
        await catalog.Get<IPartLedger>().CommitPartAsync(file, 0, Samples.Part(0, 200, hash: 'b'), None);

        (await catalog.Get<IReplicaLedger>().AddReplicaAsync(part, 0, Samples.Replica(7, chat: Other), null, None)).ShouldBeFalse();

        (await catalog.AskAsync("select message_id from replicas")).ShouldBe("200");
        (await catalog.AskAsync("select message_id from orphans order by 1")).ShouldBe("7\n100");
    }

    [Theory]
    [InlineData(true, "100")]
    [InlineData(false, "")]
    public async Task DropMessageAsync_OneOfTwo_RemovesItsRowsAndOrphansItWhereItStands(bool isThere, string orphans)
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        StoredFileId file = await StoreAsync(catalog, VideoId.New(), parts: 1);
        await catalog.Get<IPartLedger>().UpsertReplicaAsync(file, 0, Samples.Replica(100, bot: 2), None);
        await AddAsync(catalog, 0, Samples.Replica(7, chat: Other));

        (await DropAsync(catalog, Samples.Replica(100), isThere)).ShouldBeTrue();

        (await catalog.AskAsync("select message_id from replicas")).ShouldBe("7");
        (await catalog.AskAsync("select message_id from orphans")).ShouldBe(orphans);
    }

    [Fact]
    public async Task DropMessageAsync_TheLastOne_KeepsItsRow()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        await StoreAsync(catalog, VideoId.New(), parts: 1);

        (await DropAsync(catalog, Samples.Replica(100), isThere: true)).ShouldBeFalse();

        (await catalog.AskAsync("select message_id from replicas")).ShouldBe("100");
        (await catalog.AskAsync("select count(*) from orphans")).ShouldBe("0");
    }

    [Fact]
    public async Task SampleAsync_FewerThanThereAre_DrawsDifferentPartsInOrder()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        StoredFileId file = await StoreAsync(catalog, VideoId.New(), parts: 30);
        await catalog.Get<IPartLedger>().UpsertReplicaAsync(file, 3, Samples.Replica(103, bot: 2), None);

        IReadOnlyList<PlacedPart> sample = await catalog.Get<IReplicaLedger>().SampleAsync(20, None);

        sample.Select(part => part.Number).Distinct().Count().ShouldBe(20);
        sample.ShouldBe(sample.OrderBy(part => part.Number));
        (await catalog.Get<IReplicaLedger>().SampleAsync(100, None)).Count.ShouldBe(30);
    }

    private static async Task<StoredFileId> StoreAsync(CatalogOnDisk catalog, VideoId video, int parts)
    {
        var ledger = catalog.Get<IPartLedger>();
        var file = StoredFileId.New();
        await ledger.OpenFileAsync(file, video, None);
        for (int index = 0; index < parts; index++)
            await ledger.CommitPartAsync(file, 0, Samples.Part(index, 100 + index), None);

        return file;
    }

    private static async Task<bool> AddAsync(CatalogOnDisk catalog, long intent, Replica replica, int? insteadOf = null)
    {
        var ledger = catalog.Get<IReplicaLedger>();
        return await ledger.AddReplicaAsync((await ledger.PartsAsync(0, 1, None))[0], intent, replica, insteadOf, None);
    }

    private static async Task<bool> DropAsync(CatalogOnDisk catalog, Replica message, bool isThere)
    {
        var ledger = catalog.Get<IReplicaLedger>();
        return await ledger.DropMessageAsync((await ledger.PartsAsync(0, 1, None))[0], message, isThere, None);
    }
}
