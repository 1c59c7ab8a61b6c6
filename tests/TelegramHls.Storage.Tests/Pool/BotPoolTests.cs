using TelegramHls.Storage.Parts;
using TelegramHls.Storage.Pool;
using TelegramHls.Storage.Pool.Status;
using TelegramHls.Storage.Tests.Kit;
using TelegramHls.Testing;

namespace TelegramHls.Storage.Tests.Pool;

public sealed class BotPoolTests
{
    [Fact]
    public async Task Store_WithEqualBots_GivesEachAnEqualShare()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 4);
        await rig.Sandbox.Weather(new { effect = "delay", method = "sendDocument", milliseconds = 30 });
        RandomFile source = await RandomFile.MakeAsync(rig.Temp, 80 * 65_536);

        await rig.StoreAsync(rig.NewRequest(partSize: 65_536), source.Bytes);

        var shares = (await rig.DocumentsAsync()).GroupBy(document => document.Chat)
            .Select(group => group.Sum(document => document.Size)).ToList();
        shares.Count.ShouldBe(4);
        double mean = shares.Average();
        shares.ShouldAllBe(share => Math.Abs(share - mean) / mean < 0.05);
    }

    [Fact]
    public async Task Store_WhenABotIsRevokedInTheMiddle_GoesOnWithTheOthers()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 3);
        RandomFile source = await RandomFile.MakeAsync(rig.Temp, 4_000_000);
        StoreRequest request = rig.NewRequest();
        await using StoredFileWriter writer = await rig.Writers.OpenAsync(request, CancellationToken.None);
        await StorageRig.WriteAsync(writer, source.Bytes.AsMemory(0, 1_500_000));
        await rig.Sandbox.Hook("revoke", new { bot = rig.BotId(0) });
        await StorageRig.WriteAsync(writer, source.Bytes.AsMemory(1_500_000));

        StoredFileSummary summary = await writer.CompleteAsync(CancellationToken.None);

        summary.Sha256.ShouldBe(source.Sha256);
        rig.Pool.Bots[0].State.ShouldBe(BotState.Out);
        rig.Pool.Bots[0].LastError.ShouldBe("Unauthorized");
        rig.Pool.CanStore.ShouldBeTrue();
        rig.Ledger.Intents.ShouldBeEmpty();
        (await rig.DocumentsAsync()).Count.ShouldBe(summary.Parts);
    }

    [Fact]
    public async Task Store_WhenABotIsDemoted_TakesItOutUntilAProbeFindsItWell()
    {
        var clock = new ManualTimeProvider();
        await using StorageRig rig = await StorageRig.StartAsync(bots: 2, time: clock);
        await SetRightsAsync(rig, post: false);
        await rig.StoreAsync(rig.NewRequest(), new byte[1_000_000]);
        rig.Pool.Bots[0].State.ShouldBe(BotState.Out);
        await SetRightsAsync(rig, post: true);

        for (int i = 0; i < 100 && rig.Pool.Bots[0].State == BotState.Out; i++)
        {
            long asked = await rig.Sandbox.Calls(rig.BotId(0), "getchatmember");
            clock.Advance(TimeSpan.FromSeconds(5));
            while (rig.Pool.Bots[0].State == BotState.Out
                && await rig.Sandbox.Calls(rig.BotId(0), "getchatmember") == asked)
            {
                await Task.Yield();
            }
        }

        rig.Pool.Bots[0].State.ShouldBe(BotState.Ready);
    }

    [Fact]
    public async Task Store_WhenOneBotIsThrottled_UsesTheOthersMeanwhile()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 2);
        await rig.Sandbox.Weather(
            new { effect = "flood", bot = rig.BotId(0), method = "sendDocument", count = 1, retry_after = 60 });

        await rig.StoreAsync(rig.NewRequest(), new byte[2_000_000]);

        rig.Pool.Bots[0].State.ShouldBe(BotState.Throttled);
        rig.Pool.Bots[0].Throttles.ShouldBe(1);
        rig.Pool.Bots[0].Waited.TotalSeconds.ShouldBe(60, tolerance: 1);
        rig.Pool.Bots[0].Bytes.ShouldBeLessThan(2 * StorageRig.PartSize);
        rig.Ledger.Intents.ShouldBeEmpty();
    }

    [Fact]
    public async Task Store_WhenTheOnlyBotIsThrottled_WaitsAndGoesOn()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1);
        await rig.Sandbox.Weather(new { effect = "flood", method = "sendDocument", count = 2, retry_after = 1 });
        RandomFile source = await RandomFile.MakeAsync(rig.Temp, 700_000);
        StoreRequest request = rig.NewRequest();

        await rig.StoreAsync(request, source.Bytes);

        (await rig.Sha256Async(request.File)).ShouldBe(source.Sha256);
        rig.Ledger.Intents.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("dropAfter", 1)]
    [InlineData("dropBefore", 0)]
    public async Task Store_WhenAnAnswerIsLost_SendsAgainAndKeepsTheIntent(string effect, int extraMessages)
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 2);
        await rig.Sandbox.Weather(new { effect, method = "sendDocument", count = 1 });
        RandomFile source = await RandomFile.MakeAsync(rig.Temp, 700_000);
        StoreRequest request = rig.NewRequest();

        StoredFileSummary summary = await rig.StoreAsync(request, source.Bytes);

        (await rig.Sha256Async(request.File)).ShouldBe(source.Sha256);
        rig.Ledger.Intents.Count.ShouldBe(1);
        (await rig.DocumentsAsync()).Count.ShouldBe(summary.Parts + extraMessages);
    }

    [Fact]
    public async Task Store_WhenTheFrontAnswers502_SendsAgain()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 2);
        await rig.Sandbox.Weather(
            new { effect = "fail", method = "sendDocument", count = 2, status = 502, body = "<html>Bad Gateway</html>" });
        RandomFile source = await RandomFile.MakeAsync(rig.Temp, 700_000);
        StoreRequest request = rig.NewRequest();

        await rig.StoreAsync(request, source.Bytes);

        (await rig.Sha256Async(request.File)).ShouldBe(source.Sha256);
        rig.Ledger.Intents.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Store_WhenAllBotsAreOutForLong_EndsWithTheReasons()
    {
        var clock = new ManualTimeProvider();
        await using StorageRig rig = await StorageRig.StartAsync(bots: 2, time: clock);
        await rig.Sandbox.Hook("revoke", new { bot = rig.BotId(0) });
        await rig.Sandbox.Hook("revoke", new { bot = rig.BotId(1) });
        Task storing = rig.StoreAsync(rig.NewRequest(), new byte[100_000]);
        while (!storing.IsCompleted)
        {
            if (!rig.Pool.CanStore)
            {
                clock.Advance(TimeSpan.FromSeconds(1));
            }

            await Task.Yield();
        }

        var exception = await Should.ThrowAsync<StorageUnavailableException>(() => storing);

        exception.Message.ShouldContain("Unauthorized");
        rig.Ledger.Intents.ShouldBeEmpty();
        Directory.GetDirectories(rig.Spool).ShouldBeEmpty();
    }

    [Fact]
    public async Task Bots_AfterWork_TellWhatEachDid()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 2);

        StoredFileSummary summary = await rig.StoreAsync(rig.NewRequest(), new byte[1_000_000]);

        rig.Pool.Bots.Sum(bot => bot.Bytes).ShouldBe(1_000_000);
        rig.Pool.Bots.Sum(bot => bot.Calls).ShouldBe(summary.Parts);
        rig.Pool.Bots.ShouldAllBe(bot => bot.State == BotState.Ready && bot.InFlight == 0 && bot.LastError == null);
        rig.Pool.Bots.Select(bot => bot.BotId).ShouldBe([rig.BotId(0), rig.BotId(1)]);
        rig.Pool.Bots.ShouldAllBe(bot => bot.Failures == 0 && bot.Throttles == 0 && bot.Waited == TimeSpan.Zero);
        rig.Pool.Bots.ShouldAllBe(bot => bot.Latency > TimeSpan.Zero && bot.Latency < TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Channels_OfBotsThatShareOne_AddUpWhatTheyDid()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 3);
        await rig.Sandbox.Hook("members", new { chat_id = rig.Channel(0), user_id = rig.BotId(1), status = "administrator" });
        await rig.RestartAsync(("Telegram:StorageBots:1:ChatId", $"{rig.Channel(0)}"));
        await rig.Sandbox.Hook("revoke", new { bot = rig.BotId(1) });
        await rig.Sandbox.Hook("revoke", new { bot = rig.BotId(2) });

        await rig.StoreAsync(rig.NewRequest(), new byte[1_000_000]);

        rig.Pool.Channels.Select(channel => (channel.Chat, channel.State, channel.Bots, channel.Bytes)).ShouldBe(
        [
            ($"{rig.Channel(0)}", BotState.Ready, 2, 1_000_000L), ($"{rig.Channel(2)}", BotState.Out, 1, 0L),
        ]);
        rig.Pool.Channels.ShouldAllBe(channel => channel.LastError == "Unauthorized");
        rig.Pool.Bots[1].Failures.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task CheckAsync_WithARevokedBot_TakesItOut()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 2);
        await rig.Sandbox.Hook("revoke", new { bot = rig.BotId(1) });

        await rig.CheckPoolAsync();

        rig.Pool.Bots.Select(bot => bot.State).ShouldBe([BotState.Ready, BotState.Out]);
    }

    [Fact]
    public async Task Logs_OfAStormyDay_HoldNoToken()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 3, local: true);
        await rig.Sandbox.Weather(new { effect = "dropAfter", method = "sendDocument", count = 1 });
        await rig.Sandbox.Weather(new { effect = "fail", count = 1, status = 500, method = "sendDocument" });
        await rig.Sandbox.Hook("revoke", new { bot = rig.BotId(2) });
        StoreRequest request = rig.NewRequest();
        await rig.StoreAsync(request, new byte[2_000_000]);
        await rig.Sha256Async(request.File);

        rig.Log.Lines.Count.ShouldBeGreaterThan(5);
        rig.Log.Lines.ShouldAllBe(line => rig.Tokens.All(token => !line.Text.Contains(token.Split(':')[1])));
    }

    private static Task<System.Text.Json.JsonElement> SetRightsAsync(StorageRig rig, bool post) => rig.Sandbox.Hook(
        "members", new { chat_id = rig.Channel(0), user_id = rig.BotId(0), status = "administrator", post });
}
