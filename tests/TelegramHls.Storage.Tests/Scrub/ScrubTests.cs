using TelegramHls.Core.Storing;
using TelegramHls.Storage.Parts;
using TelegramHls.Storage.Scrub;
using TelegramHls.Storage.Tests.Kit;

namespace TelegramHls.Storage.Tests.Scrub;

public sealed class ScrubTests
{
    private readonly MovableClock _clock = new();

    [Theory]
    [InlineData("dropAfter", 1)]
    [InlineData("dropBefore", 0)]
    public async Task Sweep_AfterALostAnswer_FindsTheMessageAndTheRemoverDeletesIt(string effect, int messages)
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1, time: _clock);
        StoreRequest request = rig.NewRequest();
        StoredFileSummary summary = await StoreInAsync(rig, request, effect);
        (await DocumentsAsync(rig, request)).Count.ShouldBe(summary.Parts + messages);
        _clock.Move(TimeSpan.FromMinutes(11));

        int found = await rig.Sweep.RunAsync(CancellationToken.None);
        RemovalResult removed = await rig.Remover.RunAsync(CancellationToken.None);

        found.ShouldBe(messages);
        removed.ShouldBe(new RemovalResult(messages, 0, 0));
        rig.Ledger.Intents.ShouldBeEmpty();
        rig.Ledger.Orphans.ShouldBeEmpty();
        var named = (await rig.FileAsync(request.File)).Parts.SelectMany(part => part.Replicas)
            .Select(replica => (replica.ChatId, replica.MessageId)).Order();
        (await DocumentsAsync(rig, request)).Order().ShouldBe(named);
    }

    [Fact]
    public async Task Sweep_OfALostSendBehindManyForwards_FindsItsMessage()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1, time: _clock);
        StoreRequest many = rig.NewRequest(partSize: 65_536);
        await rig.StoreAsync(many, new byte[25 * 65_536]);
        await rig.Sandbox.Hook("expire", new { bot = rig.BotId(0) });
        await rig.Sha256Async(many.File);
        (await rig.Sandbox.Calls(rig.BotId(0), "forwardmessage")).ShouldBeGreaterThan(20);
        rig.Faults.Ask("telegram.sendDocument.after", "kill");
        _ = rig.StoreAsync(rig.NewRequest(), new byte[1_000]);
        await rig.Faults.Death;
        rig.Kill();
        _clock.Move(TimeSpan.FromMinutes(11));

        (await rig.Sweep.RunAsync(CancellationToken.None)).ShouldBe(1);
    }

    [Fact]
    public async Task Sweep_OfASendThatMayStillBeUnderWay_LeavesItAlone()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1, time: _clock);
        await StoreInAsync(rig, rig.NewRequest(), "dropAfter");
        _clock.Move(TimeSpan.FromMinutes(5));

        (await rig.Sweep.RunAsync(CancellationToken.None)).ShouldBe(0);

        rig.Ledger.Intents.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Sweep_WithAScratchChat_PostsNothingInTheChannelItself()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1, time: _clock);
        long scratch = (await rig.Sandbox.Hook("channels", new { title = "Scratch", admins = new[] { rig.BotId(0) } }))
            .GetProperty("chat_id").GetInt64();
        await rig.RestartAsync(("Storage:ScratchChatId", $"{scratch}"));
        await StoreInAsync(rig, rig.NewRequest(), "dropAfter");
        int last = (await rig.Sandbox.Messages(rig.Channel(0)))[^1].GetProperty("message_id").GetInt32();
        _clock.Move(TimeSpan.FromMinutes(11));

        (await rig.Sweep.RunAsync(CancellationToken.None)).ShouldBe(1);

        await rig.StoreAsync(rig.NewRequest(), new byte[1_000]);
        (await rig.Sandbox.Messages(rig.Channel(0)))[^1].GetProperty("message_id").GetInt32().ShouldBe(last + 1);
        (await rig.Sandbox.Messages(scratch)).ShouldNotContain(message => message.ToString().Contains(".bin"));
    }

    [Fact]
    public async Task Remover_OfManyYoungMessages_DeletesThemInBatches()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1, time: _clock);
        StoreRequest request = rig.NewRequest(partSize: 65_536);
        StoredFileSummary summary = await rig.StoreAsync(request, new byte[130 * 65_536]);
        await rig.Ledger.DropPartsAsync(request.File, 0, CancellationToken.None);

        RemovalResult removed = await rig.Remover.RunAsync(CancellationToken.None);

        removed.ShouldBe(new RemovalResult(summary.Parts, 0, 0));
        (await rig.DocumentsAsync()).ShouldBeEmpty();
        (await rig.Sandbox.Calls(rig.BotId(0), "deletemessages")).ShouldBe(2);
    }

    [Fact]
    public async Task Remover_OfOldMessages_EmptiesThem()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 2, time: _clock);
        StoreRequest request = rig.NewRequest();
        StoredFileSummary summary = await rig.StoreAsync(request, new byte[700_000]);
        await rig.Ledger.DropPartsAsync(request.File, 0, CancellationToken.None);
        await rig.Sandbox.MoveClock(TimeSpan.FromHours(49));
        _clock.Move(TimeSpan.FromHours(49));

        RemovalResult removed = await rig.Remover.RunAsync(CancellationToken.None);

        removed.ShouldBe(new RemovalResult(0, summary.Parts, 0));
        (await rig.DocumentsAsync()).ShouldAllBe(document => document.Size == 1);
        rig.Ledger.Orphans.ShouldBeEmpty();
    }

    [Fact]
    public async Task Remover_WhenOneMessageOfABatchIsTooOld_DeletesTheOthersAndEmptiesThatOne()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1, time: _clock);
        StoreRequest old = rig.NewRequest(partSize: 65_536);
        await rig.StoreAsync(old, new byte[60_000]);

        // Only the server knows how old it is: our clock stands still.
        await rig.Sandbox.MoveClock(TimeSpan.FromHours(49));
        StoreRequest young = rig.NewRequest(partSize: 65_536);
        StoredFileSummary summary = await rig.StoreAsync(young, new byte[6 * 65_536]);
        await rig.Ledger.DropPartsAsync(old.File, 0, CancellationToken.None);
        await rig.Ledger.DropPartsAsync(young.File, 0, CancellationToken.None);

        RemovalResult removed = await rig.Remover.RunAsync(CancellationToken.None);

        removed.ShouldBe(new RemovalResult(summary.Parts, 1, 0));
        (await rig.DocumentsAsync()).ShouldHaveSingleItem().Size.ShouldBe(1);
    }

    [Fact]
    public async Task Remover_WhenTheMessagesAreGoneAlready_IsDone()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1, time: _clock);
        StoreRequest request = rig.NewRequest();
        await rig.StoreAsync(request, new byte[100_000]);
        foreach (var document in await rig.DocumentsAsync())
        {
            await rig.Sandbox.Delete(document.Chat, document.Id);
        }

        await rig.Ledger.DropPartsAsync(request.File, 0, CancellationToken.None);

        (await rig.Remover.RunAsync(CancellationToken.None)).ShouldBe(new RemovalResult(1, 0, 0));
        rig.Ledger.Orphans.ShouldBeEmpty();
    }

    [Fact]
    public async Task Remover_WhenNobodyMay_LeavesThemForTheNextRun()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1, time: _clock);
        StoreRequest request = rig.NewRequest();
        await rig.StoreAsync(request, new byte[100_000]);
        await rig.Ledger.DropPartsAsync(request.File, 0, CancellationToken.None);
        await rig.Sandbox.Hook("revoke", new { bot = rig.BotId(0) });

        (await rig.Remover.RunAsync(CancellationToken.None)).ShouldBe(new RemovalResult(0, 0, 1));
        await rig.Sandbox.Hook("revoke", new { bot = rig.BotId(0), revoked = false });

        (await rig.Remover.RunAsync(CancellationToken.None)).ShouldBe(new RemovalResult(1, 0, 0));
    }

    [Fact]
    public async Task Remover_BehindAThousandMessagesThatNobodyReaches_DeletesTheOthersAndAsksLittle()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1, time: _clock);
        const long Lost = -1_009_999_999_999;
        DateTimeOffset old = _clock.GetUtcNow().AddDays(-30);
        rig.Ledger.Add(Enumerable.Range(1, 1_200).Select(id => new Orphan(Lost, id, rig.BotId(0), id > 600 ? old : old.AddDays(29))));
        StoreRequest request = rig.NewRequest();
        StoredFileSummary summary = await rig.StoreAsync(request, new byte[700_000]);
        await rig.Ledger.DropPartsAsync(request.File, 0, CancellationToken.None);

        RemovalResult removed = await rig.Remover.RunAsync(CancellationToken.None);

        removed.ShouldBe(new RemovalResult(summary.Parts, 0, 1_200));
        (await rig.DocumentsAsync()).ShouldBeEmpty();
        rig.Ledger.Orphans.Count.ShouldBe(1_200);
        rig.Ledger.ReasonOf(Lost, 1_200).ShouldContain("chat not found");
        (await rig.Sandbox.Calls(rig.BotId(0), "deletemessages")).ShouldBeLessThan(5L);
        (await rig.Sandbox.Calls(rig.BotId(0), "editmessagemedia")).ShouldBeLessThan(5L);
    }

    [Fact]
    public async Task Remover_WhenTelegramMindsOneOldMessage_EmptiesTheOthers()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1, time: _clock);
        StoreRequest request = rig.NewRequest();
        StoredFileSummary summary = await rig.StoreAsync(request, new byte[700_000]);
        await rig.Ledger.DropPartsAsync(request.File, 0, CancellationToken.None);

        // The message by which a channel was made can be neither deleted nor edited.
        rig.Ledger.Add([new Orphan(rig.Channel(0), 1, rig.BotId(0), _clock.GetUtcNow())]);
        await rig.Sandbox.MoveClock(TimeSpan.FromHours(49));
        _clock.Move(TimeSpan.FromHours(49));

        RemovalResult removed = await rig.Remover.RunAsync(CancellationToken.None);

        removed.ShouldBe(new RemovalResult(0, summary.Parts, 1));
        rig.Ledger.Emptied.ShouldBe(summary.Parts);
        rig.Ledger.Orphans.ShouldHaveSingleItem().MessageId.ShouldBe(1);
        rig.Ledger.ReasonOf(rig.Channel(0), 1).ShouldContain("can't be edited");
    }

    [Fact]
    public async Task Remover_OfAMessageWhoseSenderMustWaitForLong_LetsAnotherDoIt()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 2, time: _clock);
        await rig.Sandbox.Hook("members", new { chat_id = rig.Channel(0), user_id = rig.BotId(1) });
        StoreRequest request = rig.NewRequest();
        await rig.StoreAsync(request, new byte[100_000]);
        long sender = (await rig.FileAsync(request.File)).Parts[0].Replicas[0].BotId;
        await rig.Sandbox.Hook("members", new { chat_id = rig.Channel(1), user_id = rig.BotId(0) });
        await rig.Sandbox.Weather(new { effect = "flood", bot = sender, method = "deleteMessages", retry_after = 3_600 });
        await rig.Ledger.DropPartsAsync(request.File, 0, CancellationToken.None);

        (await rig.Remover.RunAsync(CancellationToken.None)).ShouldBe(new RemovalResult(1, 0, 0));

        (await rig.DocumentsAsync()).ShouldBeEmpty();
    }

    private static async Task<List<(long Chat, int Id)>> DocumentsAsync(StorageRig rig, StoreRequest request) =>
    [
        .. (await rig.DocumentsAsync())
            .Where(document => document.Name.Contains(request.File.Value, StringComparison.Ordinal))
            .Select(document => (document.Chat, document.Id)),
    ];

    private static async Task<StoredFileSummary> StoreInAsync(StorageRig rig, StoreRequest request, string effect)
    {
        await rig.StoreAsync(rig.NewRequest(), new byte[300_000]);
        await rig.Sandbox.Weather(new { effect, method = "sendDocument", count = 1 });
        return await rig.StoreAsync(request, new byte[700_000]);
    }
}
