using TelegramHls.Storage.Parts;
using TelegramHls.Storage.Tests.Kit;
using TelegramHls.Testing;

namespace TelegramHls.Storage.Tests.Pool;

/// <summary>The settings of the pool change while it works.</summary>
public sealed class PoolReloadTests
{
    [Fact]
    public async Task Change_ABotJoins_TakesItsShareOfTheFilmInWork()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 2);
        await rig.Sandbox.Weather(new { effect = "delay", method = "sendDocument", milliseconds = 30 });
        RandomFile source = await RandomFile.MakeAsync(rig.Temp, 60 * 65_536);
        await using StoredFileWriter writer = await rig.Writers.OpenAsync(rig.NewRequest(65_536), CancellationToken.None);
        await StorageRig.WriteAsync(writer, source.Bytes.AsMemory(0, 30 * 65_536));
        long[] before = [.. rig.Pool.Bots.Select(bot => bot.Bytes)];

        rig.Change(
            ("Telegram:StorageBots:2:Token", rig.Token(2)), ("Telegram:StorageBots:2:ChatId", $"{rig.Channel(2)}"));
        await StorageRig.WriteAsync(writer, source.Bytes.AsMemory(30 * 65_536));
        StoredFileSummary summary = await writer.CompleteAsync(CancellationToken.None);

        summary.Sha256.ShouldBe(source.Sha256);
        rig.Pool.Bots.Select(bot => bot.BotId).ShouldBe([rig.BotId(0), rig.BotId(1), rig.BotId(2)]);

        // Neither left out nor given everything until it has caught up with the others.
        rig.Pool.Bots[2].Bytes.ShouldBeInRange(5 * 65_536, 15 * 65_536);
        rig.Pool.Bots[0].Bytes.ShouldBeGreaterThan(before[0]);
        rig.Pool.Bots[1].Bytes.ShouldBeGreaterThan(before[1]);
    }

    [Fact]
    public async Task Change_ABotLeaves_IsGivenNothingNewAndStillRead()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 2);
        RandomFile source = await RandomFile.MakeAsync(rig.Temp, 1_000_000);
        StoreRequest before = rig.NewRequest();
        await rig.StoreAsync(before, source.Bytes);

        rig.Change(
            ("Telegram:StorageBots:0:Token", rig.Token(1)),
            ("Telegram:StorageBots:0:ChatId", $"{rig.Channel(1)}"),
            ("Telegram:StorageBots:1:Token", null),
            ("Telegram:StorageBots:1:ChatId", null));
        StoreRequest after = rig.NewRequest();
        await rig.StoreAsync(after, source.Bytes);

        rig.Pool.Bots.ShouldHaveSingleItem().BotId.ShouldBe(rig.BotId(1));
        (await rig.FileAsync(before.File)).Parts.ShouldContain(part => part.Replicas[0].BotId == rig.BotId(0));
        (await rig.FileAsync(after.File)).Parts.ShouldAllBe(part => part.Replicas[0].BotId == rig.BotId(1));
        (await rig.Sha256Async(before.File)).ShouldBe(source.Sha256);
        (await rig.Sandbox.Calls(rig.BotId(0), "file")).ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("Telegram:StorageBots:1:Token", null, "Telegram__StorageBots__1__Token")]
    [InlineData("Telegram:StorageBots:1:ChatId", "films", "Telegram__StorageBots__1__ChatId")]
    [InlineData("Telegram:StorageBots:1:Token", "nonsense", "token")]
    [InlineData("Telegram:ControlBot:Token", null, "Telegram__ControlBot__Token")]
    [InlineData("Telegram:Local", "perhaps", "Local")]
    public async Task Change_ThatDoesNotFit_IsLoggedAndTheOldBotsStay(string key, string? value, string words)
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 2);
        RandomFile source = await RandomFile.MakeAsync(rig.Temp, 500_000);
        rig.Pool.Bots.Count.ShouldBe(2);

        rig.Change((key, value));

        rig.Pool.Bots.Select(bot => bot.BotId).ShouldBe([rig.BotId(0), rig.BotId(1)]);
        rig.Log.Lines.ShouldContain(line =>
            line.Text.Contains("the old ones stay") && line.Text.Contains(words, StringComparison.OrdinalIgnoreCase));
        (await rig.StoreAsync(rig.NewRequest(), source.Bytes)).Sha256.ShouldBe(source.Sha256);
    }

    [Fact]
    public async Task Change_OfSomethingElse_LeavesThePoolAsItIs()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 2);
        await rig.StoreAsync(rig.NewRequest(), new byte[1_000_000]);
        long[] bytes = [.. rig.Pool.Bots.Select(bot => bot.Bytes)];

        rig.Change(("Cache:MaxBytes", "1000000"));

        rig.Pool.Bots.Select(bot => bot.Bytes).ShouldBe(bytes);
        rig.Log.Lines.ShouldNotContain(line => line.Text.Contains("the pool"));
    }
}
