using Microsoft.Extensions.Options;
using TelegramHls.Storage.Parts;
using TelegramHls.Storage.Pool;
using TelegramHls.Storage.Tests.Kit;
using TelegramHls.Testing;

namespace TelegramHls.Storage.Tests.Pool;

public sealed class PoolSettingsTests
{
    [Theory]
    [InlineData("Telegram:ControlBot:Token", "", "Telegram__ControlBot__Token")]
    [InlineData("Telegram:StorageBots:1:ChatId", "", "Telegram__StorageBots__1__ChatId")]
    [InlineData("Telegram:StorageBots:1:Token", "", "Telegram__StorageBots__1__Token")]
    [InlineData("Telegram:ApiUrl", "ftp://there", "Telegram__ApiUrl")]
    [InlineData("Storage:PartSize", "20000001", "Storage__PartSize")]
    [InlineData("Storage:PartSize", "1000", "Storage__PartSize")]
    [InlineData("Storage:ScratchChatId", "somewhere", "Storage__ScratchChatId")]
    public async Task Start_WithABadSetting_NamesTheVariableToSet(string key, string value, string variable)
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 2, settings: (key, value));

        var exception = Should.Throw<OptionsValidationException>(rig.ValidateSettings);

        exception.Message.ShouldContain(variable);
    }

    [Fact]
    public async Task Start_WithLargerPartsOnALocalServer_IsAllowed()
    {
        await using StorageRig rig = await StorageRig.StartAsync(
            bots: 1, local: true, settings: [("Storage:PartSize", "64000000"), ("Telegram:Local", "true")]);

        rig.Pool.Bots.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Store_WithoutStorageBots_UsesTheControlBot()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 0);
        await rig.RestartAsync(
            ("Telegram:ControlBot:Token", rig.Token(2)), ("Telegram:ControlBot:ChatId", $"{rig.Channel(2)}"));
        RandomFile source = await RandomFile.MakeAsync(rig.Temp, 600_000);
        StoreRequest request = rig.NewRequest();

        await rig.StoreAsync(request, source.Bytes);

        rig.Pool.Bots.ShouldHaveSingleItem().BotId.ShouldBe(rig.BotId(2));
        (await rig.Sha256Async(request.File)).ShouldBe(source.Sha256);
    }

    [Fact]
    public async Task Store_InAChannelGivenByName_KnowsItsNumber()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1);
        long channel = (await rig.Sandbox.Hook(
            "channels", new { title = "Films", username = "films_store", admins = new[] { rig.BotId(0) } }))
            .GetProperty("chat_id").GetInt64();
        await rig.RestartAsync(("Telegram:StorageBots:0:ChatId", "@films_store"));
        StoreRequest request = rig.NewRequest();

        await rig.StoreAsync(request, new byte[300_000]);

        (await rig.FileAsync(request.File)).Parts.ShouldAllBe(part => part.Replicas[0].ChatId == channel);
    }

    [Fact]
    public async Task Store_WithTheLimiterOn_TakesTheTimeThatItPredicts()
    {
        var clock = new ManualTimeProvider();
        await using StorageRig rig = await StorageRig.StartAsync(
            bots: 1, time: clock, settings: ("Storage:MessagesPerMinute", "20"));
        StoreRequest request = rig.NewRequest(partSize: 65_536);
        Task<StoredFileSummary> storing = rig.StoreAsync(request, new byte[25 * 65_536]);

        // A minute's worth at once, then one message in three seconds.
        await CommitsAsync(rig, 20);
        for (int more = 21; more <= 25; more++)
        {
            clock.Advance(TimeSpan.FromSeconds(2.9));
            rig.Ledger.Commits.ShouldBe(more - 1);
            rig.Pool.Bots[0].InFlight.ShouldBe(0);
            clock.Advance(TimeSpan.FromSeconds(0.1));
            await CommitsAsync(rig, more);
        }

        clock.Advance(TimeSpan.FromMinutes(1));
        (await storing).Parts.ShouldBeGreaterThan(25);
    }

    [Fact]
    public async Task Store_WhenTheServerNeverAnswers_GivesUpAfterSomeAttempts()
    {
        var clock = new ManualTimeProvider();
        await using StorageRig rig = await StorageRig.StartAsync(bots: 2, time: clock);
        await rig.Sandbox.Weather(new { effect = "delay", method = "sendDocument", milliseconds = 60_000 });
        Task storing = rig.StoreAsync(rig.NewRequest(), new byte[100_000]);
        while (!storing.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await Should.ThrowAsync<StorageUnavailableException>(() => storing);

        // Each may have arrived; the sweep finds out.
        rig.Ledger.Intents.Count.ShouldBeInRange(3, 8);
    }

    [Fact]
    public async Task Store_WhenTheServerCannotBeReached_LeavesNoIntentBehind()
    {
        var clock = new ManualTimeProvider();
        await using StorageRig rig = await StorageRig.StartAsync(
            bots: 2, time: clock, settings: ("Telegram:ApiUrl", "http://127.0.0.1:1"));
        Task storing = rig.StoreAsync(rig.NewRequest(), new byte[100_000]);
        while (!storing.IsCompleted)
        {
            // Only the pauses are passed over: a send under way must not seem to take long.
            if (rig.Pool.Bots.Sum(bot => bot.InFlight) == 0)
            {
                clock.Advance(TimeSpan.FromMilliseconds(100));
            }

            await Task.Yield();
        }

        var exception = await Should.ThrowAsync<StorageUnavailableException>(() => storing);

        rig.Ledger.Intents.ShouldBeEmpty();
        exception.ToString().ShouldNotContain(rig.Token(0).Split(':')[1]);
    }

    private static async Task CommitsAsync(StorageRig rig, int count)
    {
        while (rig.Ledger.Commits < count || rig.Pool.Bots[0].InFlight > 0)
        {
            await Task.Yield();
        }
    }
}
