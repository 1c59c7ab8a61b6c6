using TelegramHls.Core.Storing;
using TelegramHls.Storage.Parts;
using TelegramHls.Storage.Replicas;
using TelegramHls.Storage.Tests.Kit;

namespace TelegramHls.Storage.Tests.Replicas;

public sealed class BotRetirementTests
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Run_OthersSeeItsChannel_TheyGetIdsAndTheBotGetsNoNewParts()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 3);
        await rig.OpenAllChannelsAsync();
        StoreRequest request = rig.NewRequest();
        RandomFile film = await RandomFile.MakeAsync(rig.Temp, 2_000_000);
        await rig.StoreAsync(request, film.Bytes);
        int its = (await rig.FileAsync(request.File)).Parts.Count(part => part.Replicas[0].BotId == rig.BotId(0));
        rig.Retired.Set([rig.BotId(0)]);
        var seen = new Seen();

        RetireReport report = await rig.Retirement.RunAsync(rig.BotId(0), givesUp: null, seen, None);

        its.ShouldBeGreaterThan(0);
        report.ShouldBe(new RetireReport(its, 0, null, 0, 0, null));
        seen.Last.Of.ShouldBe(its);
        StoreRequest next = rig.NewRequest();
        await rig.StoreAsync(next, new byte[1_000_000]);
        (await rig.FileAsync(next.File)).Parts.ShouldAllBe(part => part.Replicas[0].BotId != rig.BotId(0));
        await rig.Sandbox.Hook("revoke", new { bot = rig.BotId(0) });
        await rig.RestartAsync(WithoutTheFirst(rig));
        (await rig.Sha256Async(request.File)).ShouldBe(film.Sha256);
    }

    [Fact]
    public async Task Run_NobodyElseSeesItsChannel_SaysSoAndTheBotIsReadStill()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 2);
        StoreRequest request = rig.NewRequest();
        RandomFile film = await RandomFile.MakeAsync(rig.Temp, 600_000);
        await rig.StoreAsync(request, film.Bytes);
        rig.Retired.Set([rig.BotId(0)]);

        RetireReport report = await rig.Retirement.RunAsync(rig.BotId(0), givesUp: null, new Seen(), None);

        report.IsDone.ShouldBeFalse();
        report.WithoutId.ShouldBe(report.Parts);
        report.WhyNoId.ShouldBe($"no other bot can see channel {rig.Channel(0)}: make bot {rig.BotId(1)} an administrator there");
        (await rig.Sha256Async(request.File)).ShouldBe(film.Sha256);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Run_ItsChannelIsGivenUp_EachPartStandsElsewhereAndIsReadWithoutBoth(bool mayPostElsewhere)
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 2);
        if (mayPostElsewhere)
        {
            await rig.Sandbox.Hook("members", new { chat_id = rig.Channel(1), user_id = rig.BotId(0) });
        }

        StoreRequest request = rig.NewRequest();
        RandomFile film = await RandomFile.MakeAsync(rig.Temp, 2_000_000);
        StoredFileSummary summary = await rig.StoreAsync(request, film.Bytes);
        int its = (await rig.FileAsync(request.File)).Parts.Count(part => part.Replicas[0].BotId == rig.BotId(0));
        rig.Retired.Set([rig.BotId(0)]);
        long channel = (await rig.Retirement.OwnChannelAsync(rig.BotId(0), None)).ShouldNotBeNull();

        RetireReport report = await rig.Retirement.RunAsync(rig.BotId(0), channel, new Seen(), None);

        channel.ShouldBe(rig.Channel(0));
        report.IsDone.ShouldBeTrue();
        (report.InChannel, report.StillInChannel).ShouldBe((its, 0));
        (await rig.DocumentsAsync()).Count(document => document.Chat == rig.Channel(1)).ShouldBe(summary.Parts);
        (await rig.FileAsync(request.File)).Parts.ShouldAllBe(
            part => part.Replicas.All(way => way.ChatId == rig.Channel(1)) && part.Replicas.Any(way => way.BotId == rig.BotId(1)));
        await rig.EmptyChannelAsync(0);
        await rig.Sandbox.Hook("revoke", new { bot = rig.BotId(0) });
        await rig.RestartAsync(WithoutTheFirst(rig));
        (await rig.Sha256Async(request.File)).ShouldBe(film.Sha256);
    }

    [Fact]
    public async Task OwnChannel_AnotherBotStoresThere_IsNone()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 2);
        await rig.Sandbox.Hook("members", new { chat_id = rig.Channel(0), user_id = rig.BotId(1) });
        rig.Change(("Telegram:StorageBots:1:ChatId", $"{rig.Channel(0)}"));
        rig.Retired.Set([rig.BotId(0)]);

        (await rig.Retirement.OwnChannelAsync(rig.BotId(0), None)).ShouldBeNull();
    }

    [Fact]
    public async Task Set_Nobody_TheBotStoresAgain()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 2);
        rig.Retired.Set([rig.BotId(0)]);
        int during = rig.Pool.Bots.Count;

        rig.Retired.Set([]);

        during.ShouldBe(1);
        rig.Pool.Bots.Select(bot => bot.BotId).ShouldBe([rig.BotId(0), rig.BotId(1)]);
    }

    private static (string, string?)[] WithoutTheFirst(StorageRig rig) =>
    [
        .. Enumerable.Range(0, rig.Bots).SelectMany(bot => bot + 1 < rig.Bots
            ? new (string, string?)[]
            {
                ($"Telegram:StorageBots:{bot}:Token", rig.Token(bot + 1)), ($"Telegram:StorageBots:{bot}:ChatId", $"{rig.Channel(bot + 1)}"),
            }
            : [($"Telegram:StorageBots:{bot}:Token", null), ($"Telegram:StorageBots:{bot}:ChatId", null)]),
    ];

    private sealed class Seen : IProgress<(int Done, int Of)>
    {
        public (int Done, int Of) Last { get; private set; }

        public void Report((int Done, int Of) value) => Last = value;
    }
}
