using System.Text.Json;
using TelegramHls.Storage.Parts;
using TelegramHls.Storage.Pool.Status;
using TelegramHls.Storage.Tests.Kit;
using TelegramHls.Testing;

namespace TelegramHls.Storage.Tests.Pool;

/// <summary>One of four bots fails in the middle of a film. The clock stands still: whatever had to be waited for would never end.</summary>
public sealed class FaultyBotTests
{
    [Theory]
    [InlineData("revoked", "Unauthorized")]
    [InlineData("kicked", "Forbidden: bot was kicked from the channel chat")]
    [InlineData("left", "Forbidden: bot is not a member of the channel chat")]
    [InlineData("no right to post", "Bad Request: need administrator rights in the channel chat")]
    [InlineData("chat gone", "Bad Request: chat not found")]
    public async Task Store_WhenABotGoesOutInTheMiddle_MovesOverAtOnceUntilItIsWellAgain(string fault, string words)
    {
        var clock = new ManualTimeProvider();
        await using StorageRig rig = await StorageRig.StartAsync(bots: 4, time: clock);
        RandomFile source = await RandomFile.MakeAsync(rig.Temp, 5_000_000);
        await using StoredFileWriter writer = await rig.Writers.OpenAsync(rig.NewRequest(), CancellationToken.None);
        await StorageRig.WriteAsync(writer, source.Bytes.AsMemory(0, 2_000_000));
        await MakeAsync(rig, fault);
        await StorageRig.WriteAsync(writer, source.Bytes.AsMemory(2_000_000));

        StoredFileSummary summary = await writer.CompleteAsync(CancellationToken.None);

        summary.Sha256.ShouldBe(source.Sha256);
        rig.Pool.Bots.Select(bot => bot.State).ShouldBe([BotState.Out, BotState.Ready, BotState.Ready, BotState.Ready]);
        rig.Pool.Bots[0].LastError.ShouldBe(words);
        rig.Ledger.Intents.ShouldBeEmpty();
        rig.Ledger.Commits.ShouldBe(summary.Parts);

        await UndoAsync(rig, fault);
        await UntilBackAsync(rig, clock);
        long before = rig.Pool.Bots[0].Bytes;
        await rig.StoreAsync(rig.NewRequest(), new byte[2_000_000]);
        rig.Pool.Bots[0].Bytes.ShouldBeGreaterThan(before);
    }

    private static Task MakeAsync(StorageRig rig, string fault) => fault switch
    {
        "revoked" => rig.Sandbox.Hook("revoke", new { bot = rig.BotId(0) }),
        "kicked" or "left" => SetAsync(rig, fault),
        "no right to post" => SetAsync(rig, "administrator", post: false),
        _ => rig.Sandbox.Weather(
            new { effect = "fail", bot = rig.BotId(0), status = 400, description = "Bad Request: chat not found" }),
    };

    private static async Task UndoAsync(StorageRig rig, string fault)
    {
        await rig.Sandbox.ClearWeather();
        await rig.Sandbox.Hook("revoke", new { bot = rig.BotId(0), revoked = false });
        await SetAsync(rig, "administrator");
    }

    private static Task<JsonElement> SetAsync(StorageRig rig, string status, bool post = true) => rig.Sandbox.Hook(
        "members", new { chat_id = rig.Channel(0), user_id = rig.BotId(0), status, post });

    /// <summary>The first probe comes five seconds after the bot went out.</summary>
    private static async Task UntilBackAsync(StorageRig rig, ManualTimeProvider clock)
    {
        clock.Advance(TimeSpan.FromSeconds(5));
        while (rig.Pool.Bots[0].State == BotState.Out)
        {
            await Task.Yield();
        }
    }
}
