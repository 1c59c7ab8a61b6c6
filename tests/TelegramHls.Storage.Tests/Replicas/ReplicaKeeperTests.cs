using TelegramHls.Core.Storing;
using TelegramHls.Storage.Parts;
using TelegramHls.Storage.Replicas;
using TelegramHls.Storage.Tests.Kit;

namespace TelegramHls.Storage.Tests.Replicas;

public sealed class ReplicaKeeperTests
{
    private static readonly (string, string?) Two = ("Storage:Replicas", "2");

    private readonly MovableClock _clock = new();

    [Fact]
    public async Task Run_WhereEachBotMayPostEverywhere_SendsEachPartAgainWithoutAnUpload()
    {
        await using StorageRig rig = await StartAsync(bots: 3);
        StoreRequest request = rig.NewRequest();
        StoredFileSummary summary = await rig.StoreAsync(request, new byte[2_000_000]);
        await rig.Sandbox.Weather(new { effect = "slow", up = 1 });

        ReplicaRound round = await rig.Replicas.RunAsync(CancellationToken.None);

        round.ShouldBe(new ReplicaRound(summary.Parts, 0, round.Last));
        rig.Replicas.Lack.ShouldBeNull();
        StoredFile file = await rig.FileAsync(request.File);
        file.Parts.ShouldAllBe(part => part.Replicas.Length == 2 && part.Replicas[0].ChatId != part.Replicas[1].ChatId);
        var documents = await rig.DocumentsAsync();
        documents.GroupBy(document => (document.Name, document.Size)).ShouldAllBe(copies => copies.Count() == 2);
        documents.Select(document => (document.Chat, document.Id)).Order()
            .ShouldBe(file.Parts.SelectMany(part => part.Replicas).Select(way => (way.ChatId, way.MessageId)).Order());
        rig.Ledger.Intents.ShouldBeEmpty();
        (await rig.Replicas.RunAsync(CancellationToken.None)).Made.ShouldBe(0);
    }

    [Fact]
    public async Task Run_WhereTheOwnerMayNotPostElsewhere_LetsABotThatSeesThePartSendIt()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 2, settings: Two);
        await rig.Sandbox.Hook("members", new { chat_id = rig.Channel(0), user_id = rig.BotId(1) });
        StoreRequest request = rig.NewRequest();
        await rig.StoreAsync(request, new byte[300_000]);
        int ofTheFirst = (await rig.FileAsync(request.File)).Parts.Count(part => part.Replicas[0].BotId == rig.BotId(0));

        ReplicaRound round = await rig.Replicas.RunAsync(CancellationToken.None);

        ofTheFirst.ShouldBeGreaterThan(0);
        round.Made.ShouldBeGreaterThanOrEqualTo(ofTheFirst);
        (await rig.FileAsync(request.File)).Parts.Where(part => part.Replicas[0].BotId == rig.BotId(0))
            .ShouldAllBe(part => part.Replicas.Any(way => way.ChatId == rig.Channel(1) && way.BotId == rig.BotId(1)));
    }

    [Fact]
    public async Task Run_WhereNobodyMayPostElsewhere_SaysWhyAndSendsNothing()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 2, settings: Two);
        StoreRequest request = rig.NewRequest();
        StoredFileSummary summary = await rig.StoreAsync(request, new byte[600_000]);

        ReplicaRound round = await rig.Replicas.RunAsync(CancellationToken.None);

        (round.Made, round.Missing).ShouldBe((0, summary.Parts));
        long first = (await rig.FileAsync(request.File)).Parts[0].Replicas[0].BotId;
        rig.Replicas.Lack.ShouldNotBeNull().ShouldStartWith($"No bot that can see the part of bot {first} may post in");
        (await rig.DocumentsAsync()).Count.ShouldBe(summary.Parts);
        (await rig.Sandbox.Calls(rig.BotId(0), "forwardmessage")).ShouldBe(0);
    }

    [Fact]
    public async Task Run_WhenAnAnswerIsLost_LeavesNoRowTwiceAndTheSweepRemovesTheOtherMessage()
    {
        await using StorageRig rig = await StartAsync(bots: 2, time: _clock);
        StoreRequest request = rig.NewRequest();
        StoredFileSummary summary = await rig.StoreAsync(request, new byte[2_000_000]);
        await rig.Sandbox.Weather(new { effect = "dropAfter", method = "sendDocument", count = 1 });

        ReplicaRound first = await rig.Replicas.RunAsync(CancellationToken.None);
        ReplicaRound second = await rig.Replicas.RunAsync(CancellationToken.None);

        (first.Made, first.Missing).ShouldBe((summary.Parts - 1, 1));
        (second.Made, second.Missing).ShouldBe((1, 0));
        (await rig.DocumentsAsync()).Count.ShouldBe((2 * summary.Parts) + 1);
        _clock.Move(TimeSpan.FromMinutes(11));
        (await rig.Sweep.RunAsync(CancellationToken.None)).ShouldBe(1);
        (await rig.Remover.RunAsync(CancellationToken.None)).Deleted.ShouldBe(1);
        (await rig.DocumentsAsync()).Select(document => (document.Chat, document.Id)).Order().ShouldBe(
            (await rig.FileAsync(request.File)).Parts.SelectMany(part => part.Replicas)
                .Select(way => (way.ChatId, way.MessageId)).Order());
    }

    [Fact]
    public async Task Run_WhenToldToWait_IsLeftForLaterAndAsksNoMore()
    {
        await using StorageRig rig = await StartAsync(bots: 2);
        StoreRequest request = rig.NewRequest();
        StoredFileSummary summary = await rig.StoreAsync(request, new byte[3_000_000]);
        await rig.Sandbox.Weather(new { effect = "flood", method = "sendDocument", retry_after = 60 });
        long before = await SendsAsync(rig);

        ReplicaRound round = await rig.Replicas.RunAsync(CancellationToken.None);

        (round.Made, round.Missing).ShouldBe((0, summary.Parts));
        ((await SendsAsync(rig)) - before).ShouldBeLessThan(summary.Parts);
        rig.Ledger.Intents.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_WithALimitOfMessages_TakesFromTheSameBudgetAsFirstSends()
    {
        await using StorageRig rig = await StorageRig.StartAsync(
            bots: 2, time: _clock, settings: [Two, ("Storage:MessagesPerMinute", "6")]);
        await rig.OpenAllChannelsAsync();
        StoredFileSummary summary = await rig.StoreAsync(rig.NewRequest(), new byte[2_000_000]);
        using var ending = new CancellationTokenSource();
        Task<ReplicaRound> round = rig.Replicas.RunAsync(ending.Token);

        await WaitForAsync(async () => (await rig.DocumentsAsync()).Count == 12);

        summary.Parts.ShouldBeGreaterThan(6);
        round.IsCompleted.ShouldBeFalse();
        await ending.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => round);
        (await rig.DocumentsAsync()).GroupBy(document => document.Chat).ShouldAllBe(chat => chat.Count() == 6);
    }

    [Fact]
    public async Task DropParts_WithTwoReplicas_RemovesBoth()
    {
        await using StorageRig rig = await StartAsync(bots: 2);
        StoreRequest request = rig.NewRequest();
        StoredFileSummary summary = await rig.StoreAsync(request, new byte[500_000]);
        await rig.Replicas.RunAsync(CancellationToken.None);

        await rig.Ledger.DropPartsAsync(request.File, 0, CancellationToken.None);

        (await rig.Remover.RunAsync(CancellationToken.None)).Deleted.ShouldBe(2 * summary.Parts);
        (await rig.DocumentsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Keep_WhileFilesAreStored_MakesTheirReplicas()
    {
        await using StorageRig rig = await StartAsync(bots: 2);
        using var ending = new CancellationTokenSource();
        Task keeping = rig.Replicas.KeepAsync(ending.Token);
        StoreRequest request = rig.NewRequest();

        StoredFileSummary summary = await rig.StoreAsync(request, new byte[500_000]);

        await WaitForAsync(async () => (await rig.DocumentsAsync()).Count == 2 * summary.Parts);
        await ending.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => keeping);
    }

    private static async Task<StorageRig> StartAsync(int bots, TimeProvider? time = null)
    {
        StorageRig rig = await StorageRig.StartAsync(bots, time: time, settings: Two);
        await rig.OpenAllChannelsAsync();
        return rig;
    }

    private static async Task<long> SendsAsync(StorageRig rig) =>
        await rig.Sandbox.Calls(rig.BotId(0), "senddocument") + await rig.Sandbox.Calls(rig.BotId(1), "senddocument");

    private static async Task WaitForAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await condition())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
