using Telegram.Bot;
using Telegram.Bot.Types;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Storing;
using TelegramHls.Storage.Parts;
using TelegramHls.Storage.Scrub;
using TelegramHls.Storage.Tests.Kit;

namespace TelegramHls.Storage.Tests.Scrub;

/// <summary>Rows against messages, and what is made whole again.</summary>
public sealed class ScrubberTests
{
    private static readonly Progress<(int, int)> Silent = new();
    private static readonly ScrubOrder Look = new(Sample: 1000, Repair: false);
    private static readonly ScrubOrder Repair = new(Sample: 1000, Repair: true);
    private static readonly ScrubOrder LookAtAll = new(Sample: null, Repair: false);
    private static readonly ScrubOrder RepairAll = new(Sample: null, Repair: true);

    [Fact]
    public async Task Run_WhereAllIsWell_FindsNothingAndLeavesNothingBehind()
    {
        await using StorageRig rig = await StartAsync(bots: 2, replicas: 2);
        (_, _, int parts) = await StoreAsync(rig);
        await rig.Replicas.RunAsync(CancellationToken.None);
        var before = await rig.DocumentsAsync();

        ScrubReport report = await RunAsync(rig, RepairAll);

        report.IsWhole.ShouldBeTrue();
        (report.Parts, report.AllParts, report.Thin, report.Made).ShouldBe((parts, parts, 0, 0));
        report.Messages.ShouldBe(new Dictionary<MessageState, int> { [MessageState.Good] = 2 * parts });
        (report.Orphans, report.Strangers, report.Removed).ShouldBe((0, 0, new RemovalResult(0, 0, 0)));
        (await rig.DocumentsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Run_AWholeChannelEmptied_RestoresTwoReplicasOfEachPart()
    {
        await using StorageRig rig = await StartAsync(bots: 2, replicas: 2);
        (StoreRequest request, RandomFile source, int parts) = await StoreAsync(rig);
        await rig.Replicas.RunAsync(CancellationToken.None);
        await rig.EmptyChannelAsync(0);
        await rig.Sandbox.Hook("expire", new { bot = rig.BotId(0) });
        await rig.Sandbox.Hook("expire", new { bot = rig.BotId(1) });

        ScrubReport found = await RunAsync(rig, Look);
        ScrubReport repaired = await RunAsync(rig, Repair);

        (found.Messages[MessageState.Good], found.Messages[MessageState.Missing], found.Thin).ShouldBe((parts, parts, parts));
        found.Broken.Count.ShouldBe(parts);
        found.Broken.ShouldAllBe(part => part.File == request.File && part.Video == request.Video && part.Good == 1);
        repaired.IsWhole.ShouldBeTrue();
        repaired.Made.ShouldBe(parts);
        StoredFile file = await rig.FileAsync(request.File);
        file.Parts.ShouldAllBe(part => part.Replicas.DistinctBy(way => way.ChatId).Count() == 2);
        (await rig.DocumentsAsync()).Select(document => (document.Chat, document.Id)).Order().ShouldBe(
            file.Parts.SelectMany(part => part.Replicas).Select(way => (way.ChatId, way.MessageId)).Distinct().Order());
        (await RunAsync(rig, LookAtAll)).Messages.ShouldBe(new Dictionary<MessageState, int> { [MessageState.Good] = 2 * parts });
        await rig.RestartAsync();
        (await rig.Sha256Async(request.File)).ShouldBe(source.Sha256);
    }

    [Fact]
    public async Task Run_TheOnlyMessagesGone_SendsTheCachedBytesAnew()
    {
        await using StorageRig rig = await StartAsync(bots: 1, replicas: 1);
        (StoreRequest request, RandomFile source, int parts) = await StoreAsync(rig);
        (await rig.Sha256Async(request.File)).ShouldBe(source.Sha256);
        await rig.EmptyChannelAsync(0);
        await rig.Sandbox.Hook("expire", new { bot = rig.BotId(0) });

        ScrubReport report = await RunAsync(rig, Repair);

        report.IsWhole.ShouldBeTrue();
        report.Made.ShouldBe(parts);
        (await RunAsync(rig, Look)).Messages.ShouldBe(new Dictionary<MessageState, int> { [MessageState.Good] = parts });
        Directory.EnumerateFiles(rig.Spool).ShouldBeEmpty();
        await rig.RestartAsync();
        (await rig.Sha256Async(request.File)).ShouldBe(source.Sha256);
    }

    [Fact]
    public async Task Run_NothingLeftOfAPart_NamesItAndKeepsItsRow()
    {
        await using StorageRig rig = await StartAsync(bots: 1, replicas: 1);
        (StoreRequest request, _, _) = await StoreAsync(rig);
        StoredPart lost = (await rig.FileAsync(request.File)).Parts[1];
        await rig.Sandbox.Delete(lost.Replicas[0].ChatId, lost.Replicas[0].MessageId);
        await rig.Sandbox.Hook("expire", new { bot = rig.BotId(0) });

        ScrubReport report = await RunAsync(rig, Repair);

        BrokenPart broken = report.Broken.ShouldHaveSingleItem();
        (broken.File, broken.Index, broken.Good, broken.IsUnclear).ShouldBe((request.File, 1, 0, false));
        broken.Reason.ShouldNotBeNullOrEmpty();
        (await rig.FileAsync(request.File)).Parts[1].Replicas.ShouldBe(lost.Replicas);
        rig.Ledger.Orphans.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_AMessageThatHoldsSomethingElse_IsReplacedAndTakenAway()
    {
        await using StorageRig rig = await StartAsync(bots: 3, replicas: 2);
        (StoreRequest request, _, int parts) = await StoreAsync(rig);
        await rig.Replicas.RunAsync(CancellationToken.None);
        Replica changed = (await rig.FileAsync(request.File)).Parts[0].Replicas[0];
        using (var other = new MemoryStream([0]))
        {
            await rig.Connections.Open(rig.TokenOf(changed.BotId)).QuickClient.EditMessageMedia(
                changed.ChatId, changed.MessageId, new InputMediaDocument(InputFile.FromStream(other, "deleted")));
        }

        ScrubReport report = await RunAsync(rig, Repair);

        (report.Messages[MessageState.Wrong], report.Made, report.IsWhole).ShouldBe((1, 1, true));
        report.Removed.ShouldBe(new RemovalResult(1, 0, 0));
        (await RunAsync(rig, LookAtAll)).Messages.ShouldBe(new Dictionary<MessageState, int> { [MessageState.Good] = 2 * parts });
        (await rig.DocumentsAsync()).ShouldNotContain(document => document.Name == "deleted");
    }

    [Fact]
    public async Task Run_AnswersThatDoNotCome_AreNoReasonToSendAnything()
    {
        await using StorageRig rig = await StartAsync(bots: 1, replicas: 1);
        (_, _, int parts) = await StoreAsync(rig);
        await rig.Sandbox.Weather(new { effect = "fail", method = "forwardMessage", status = 502 });

        ScrubReport report = await RunAsync(rig, Repair);

        report.Messages.ShouldBe(new Dictionary<MessageState, int> { [MessageState.NotLookedAt] = parts });
        (report.Made, report.Broken.Count).ShouldBe((0, parts));
        report.Broken.ShouldAllBe(part => part.IsUnclear);
        (await rig.DocumentsAsync()).Count.ShouldBe(parts);
    }

    [Fact]
    public async Task RunOnAll_MessagesThatNoRowNames_DeletesOursAndLeavesThoseOfOthers()
    {
        await using StorageRig rig = await StartAsync(bots: 1, replicas: 1);
        (StoreRequest request, _, int parts) = await StoreAsync(rig);
        string hash = new('a', 64);
        PartName ours = PartName.Of(request.Video, request.File, 7, hash);
        PartName foreign = PartName.Of(VideoId.New(), StoredFileId.New(), 0, hash);
        await SendAsync(rig, $"{ours}");
        await SendAsync(rig, $"{foreign}");
        await SendAsync(rig, "holiday.jpg");

        ScrubReport found = await RunAsync(rig, LookAtAll);
        ScrubReport repaired = await RunAsync(rig, RepairAll);

        (found.Orphans, found.Strangers, found.Removed).ShouldBe((1, 1, null));
        found.IsWhole.ShouldBeTrue();
        (repaired.Orphans, repaired.Strangers, repaired.Removed).ShouldBe((1, 1, new RemovalResult(1, 0, 0)));
        var left = await rig.DocumentsAsync();
        left.Count.ShouldBe(parts + 2);
        left.ShouldNotContain(document => document.Name == $"{ours}");
    }

    [Fact]
    public async Task Run_WithASample_LooksAtSoManyPartsOnly()
    {
        await using StorageRig rig = await StartAsync(bots: 1, replicas: 1);
        (_, _, int parts) = await StoreAsync(rig);

        ScrubReport report = await RunAsync(rig, new ScrubOrder(Sample: 2, Repair: false));

        (report.Parts, report.AllParts, report.Orphans).ShouldBe((2, parts, null));
        (await rig.Sandbox.Calls(rig.BotId(0), "forwardmessage")).ShouldBe(2);
    }

    private static async Task<StorageRig> StartAsync(int bots, int replicas)
    {
        StorageRig rig = await StorageRig.StartAsync(bots, settings: ("Storage:Replicas", $"{replicas}"));
        await rig.OpenAllChannelsAsync();
        return rig;
    }

    private static Task<ScrubReport> RunAsync(StorageRig rig, ScrubOrder order) =>
        rig.Scrubber.RunAsync(order, Silent, CancellationToken.None);

    private static async Task<(StoreRequest Request, RandomFile Source, int Parts)> StoreAsync(StorageRig rig)
    {
        RandomFile source = await RandomFile.MakeAsync(rig.Temp, 1_200_000);
        StoreRequest request = rig.NewRequest();
        StoredFileSummary summary = await rig.StoreAsync(request, source.Bytes);
        return (request, source, summary.Parts);
    }

    private static async Task SendAsync(StorageRig rig, string name)
    {
        using var bytes = new MemoryStream([1, 2, 3]);
        await rig.Connections.Open(rig.Token(0)).QuickClient.SendDocument(
            rig.Channel(0), InputFile.FromStream(bytes, name), disableContentTypeDetection: true);
    }
}
