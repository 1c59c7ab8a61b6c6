using TelegramHls.Core.Storing;
using TelegramHls.Storage.Parts;
using TelegramHls.Storage.Replicas;
using TelegramHls.Storage.Tests.Kit;

namespace TelegramHls.Storage.Tests.Replicas;

public sealed class IdKeeperTests
{
    private readonly MovableClock _clock = new();

    [Fact]
    public async Task Run_ATokenIsRefusedForLong_OthersGetIdsAndTheFilmIsReadWithoutAForward()
    {
        await using StorageRig rig = await StartAsync();
        StoreRequest request = rig.NewRequest();
        RandomFile film = await RandomFile.MakeAsync(rig.Temp, 2_000_000);
        StoredFileSummary summary = await rig.StoreAsync(request, film.Bytes);
        int lost = await RevokeAsync(rig, request);

        IdRound early = await rig.Ids.RunAsync(CancellationToken.None);
        _clock.Move(TimeSpan.FromMinutes(11));
        IReadOnlyDictionary<long, int> before = await rig.Ids.LookAsync(CancellationToken.None);
        IdRound round = await rig.Ids.RunAsync(CancellationToken.None);

        lost.ShouldBeInRange(1, summary.Parts - 1);
        early.ShouldBe(new IdRound(0, 0), "a token may come back");
        before.ShouldBe(new Dictionary<long, int> { [rig.BotId(0)] = lost });
        round.ShouldBe(new IdRound(lost, 0));
        rig.Ids.Stranded.ShouldBeEmpty();
        rig.Ids.Lack.ShouldBeNull();
        (await rig.DocumentsAsync()).Count.ShouldBe(summary.Parts, "no forward is left");
        rig.Ledger.Intents.ShouldBeEmpty();
        long forwards = await ForwardsAsync(rig);
        await rig.RestartAsync();
        (await rig.Sha256Async(request.File)).ShouldBe(film.Sha256);
        (await ForwardsAsync(rig)).ShouldBe(forwards);
    }

    [Fact]
    public async Task Run_ABotIsTakenFromTheSettings_GoesOnAfterARestartWhereItStopped()
    {
        await using StorageRig rig = await StartAsync();
        StoreRequest request = rig.NewRequest();
        await rig.StoreAsync(request, new byte[2_000_000]);
        int lost = await CountAsync(rig, request);
        rig.Change(WithoutTheFirst(rig));
        await rig.Sandbox.Weather(new { effect = "fail", method = "forwardMessage", status = 500 });
        IdRound failed = await rig.Ids.RunAsync(CancellationToken.None);
        await rig.Sandbox.ClearWeather();

        await rig.RestartAsync(WithoutTheFirst(rig));
        IdRound round = await rig.Ids.RunAsync(CancellationToken.None);

        failed.ShouldBe(new IdRound(0, lost));
        round.ShouldBe(new IdRound(lost, 0));
        (await rig.FileAsync(request.File)).Parts.ShouldAllBe(part => part.Replicas.Any(way => way.BotId != rig.BotId(0)));
    }

    [Fact]
    public async Task Keep_ABotWasLostBefore_WorksItOffByItself()
    {
        await using StorageRig rig = await StartAsync();
        StoreRequest request = rig.NewRequest();
        await rig.StoreAsync(request, new byte[600_000]);
        int lost = await RevokeAsync(rig, request);
        _clock.Move(TimeSpan.FromMinutes(11));
        using var ending = new CancellationTokenSource();
        Task keeping = rig.Ids.KeepAsync(ending.Token);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));

        while ((await rig.FileAsync(request.File)).Parts.Any(part => part.Replicas.All(way => way.BotId == rig.BotId(0))))
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        lost.ShouldBeGreaterThan(0);
        await ending.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => keeping);
    }

    [Fact]
    public async Task Run_NoOtherBotSeesTheChannel_SaysWhomToAddWhereAndForwardsNothing()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 2, time: _clock);
        StoreRequest request = rig.NewRequest();
        await rig.StoreAsync(request, new byte[600_000]);
        int lost = await RevokeAsync(rig, request);
        _clock.Move(TimeSpan.FromMinutes(11));

        IdRound round = await rig.Ids.RunAsync(CancellationToken.None);

        round.ShouldBe(new IdRound(0, lost));
        rig.Ids.Lack.ShouldBe($"no other bot can see channel {rig.Channel(0)}: make bot {rig.BotId(1)} an administrator there");
        rig.Ids.Stranded.ShouldBe(new Dictionary<long, int> { [rig.BotId(0)] = lost });
        (await ForwardsAsync(rig)).ShouldBe(0);
    }

    [Fact]
    public async Task Run_WithALimitOfMessages_LeavesHalfOfTheScratchChatToOthers()
    {
        await using StorageRig rig = await StorageRig.StartAsync(
            bots: 2, time: _clock, settings: [("Storage:MessagesPerMinute", "20")]);
        await rig.OpenAllChannelsAsync();
        rig.Change(("Telegram:StorageBots:1:Token", rig.Token(0)), ("Telegram:StorageBots:1:ChatId", $"{rig.Channel(0)}"));
        StoreRequest request = rig.NewRequest(65_536);
        StoredFileSummary summary = await rig.StoreAsync(request, new byte[1_000_000]);
        await rig.RestartAsync([.. WithoutTheFirst(rig), ("Storage:MessagesPerMinute", "20"), ("Storage:ScratchChatId", $"{rig.Channel(1)}")]);
        using var ending = new CancellationTokenSource();

        Task<IdRound> round = rig.Ids.RunAsync(ending.Token);
        while (await rig.Sandbox.Calls(rig.BotId(1), "deletemessage") < 10)
        {
            await Task.Yield();
        }

        summary.Parts.ShouldBeGreaterThan(10);
        round.IsCompleted.ShouldBeFalse();
        (await ForwardsAsync(rig)).ShouldBe(10);
        await ending.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => round);
    }

    private static (string, string?)[] WithoutTheFirst(StorageRig rig) =>
    [
        ("Telegram:StorageBots:0:Token", rig.Token(1)), ("Telegram:StorageBots:0:ChatId", $"{rig.Channel(1)}"),
        ("Telegram:StorageBots:1:Token", null), ("Telegram:StorageBots:1:ChatId", null),
    ];

    private static async Task<int> CountAsync(StorageRig rig, StoreRequest request) =>
        (await rig.FileAsync(request.File)).Parts.Count(part => part.Replicas[0].BotId == rig.BotId(0));

    private static async Task<int> RevokeAsync(StorageRig rig, StoreRequest request)
    {
        await rig.Sandbox.Hook("revoke", new { bot = rig.BotId(0) });
        await rig.CheckPoolAsync();
        return await CountAsync(rig, request);
    }

    private static async Task<long> ForwardsAsync(StorageRig rig) =>
        await rig.Sandbox.Calls(rig.BotId(0), "forwardmessage") + await rig.Sandbox.Calls(rig.BotId(1), "forwardmessage");

    private async Task<StorageRig> StartAsync()
    {
        StorageRig rig = await StorageRig.StartAsync(bots: 2, time: _clock);
        await rig.OpenAllChannelsAsync();
        return rig;
    }
}
