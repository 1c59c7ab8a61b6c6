using System.Text.Json;
using TelegramHls.Sandbox.Accounts;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Cli;

/// <summary><c>bots test</c>: with bots of its own settings, and with those of the sandbox.</summary>
public sealed class BotsTestTests
{
    [Fact]
    public async Task Test_RightsLackingAndAChannelShared_SaysWhatToFix()
    {
        await using World world = await World.CreateAsync();
        SandboxStorageBot[] bots = [.. world.Telegram.Accounts.StorageBots];
        await world.Client.Hook("members", new { chat_id = bots[1].ChatId, user_id = bots[1].Bot.Id, delete = false });
        await world.Client.Hook("members", new { chat_id = bots[2].ChatId, user_id = bots[2].Bot.Id, post = false });
        await world.Client.Hook("revoke", new { bot = bots[3].Bot.Id });
        Dictionary<string, string> settings = Verb.SettingsFor(world.Telegram.Url, world.Telegram.Accounts);
        settings["Telegram__StorageBots__4__Token"] = bots[0].Bot.Token;
        settings["Telegram__StorageBots__4__ChatId"] = bots[0].ChatId.ToString();

        Verb run = await Verb.RunAsync(world.Directory, settings, "bots", "test", "--json");

        run.Code.ShouldBe(1, run.Said);
        run.On("Telegram:ControlBot:Token").Text.ShouldContain("@sandbox_control_bot");
        run.On("Telegram:StorageBots:0:ChatId").Level.ShouldBe("ok");
        run.On("Telegram:StorageBots:1:ChatId").Text.ShouldEndWith("may not delete");
        run.On("Telegram:StorageBots:2:ChatId").Level.ShouldBe("error");
        run.On("Telegram:StorageBots:2:ChatId").Remedy.ShouldContain("Administrators");
        run.On("Telegram:StorageBots:3:Token").Text.ShouldContain("Unauthorized");
        run.On($"channel {bots[0].ChatId}").Text.ShouldStartWith("2 bots share it");
        run.On($"bot {bots[0].Bot.Id} in {bots[0].ChatId}").Text.ShouldStartWith("1 MB there and back, the same bytes: up ");
        run.Findings.ShouldNotContain(finding => finding.GetProperty("subject").GetString() == $"bot {bots[2].Bot.Id} in {bots[2].ChatId}");
        run.On("pool").Text.ShouldContain("2 channels take 20 parts of 17 MB a minute each, 11 MB/s");
        JsonElement measured = JsonSerializer.Deserialize<JsonElement>(run.Said).GetProperty("measured");
        measured.GetProperty("roundTrips").GetArrayLength().ShouldBe(3);
        measured.GetProperty("pool").GetProperty("channelsBytesPerSecond").GetDouble().ShouldBe(2 * 20 * 16_777_216 / 60.0, 1);
        bots.ShouldAllBe(bot => !run.Said.Contains(bot.Bot.Token.Split(':')[1]));
        foreach (SandboxStorageBot bot in bots)
        {
            (await world.Client.Messages(bot.ChatId)).Length.ShouldBe(1, "nothing but the channel's beginning");
        }
    }

    [Fact]
    public async Task Test_InSandboxMode_FindsItsBotsRunningOrNot()
    {
        using var directory = new TempDirectory();
        var settings = new Dictionary<string, string> { ["Sandbox__Urls"] = "http://127.0.0.1:0", ["Data__MinFreeBytes"] = "0" };

        Verb alone = await Verb.RunAsync(directory.Path, settings, "bots", "test", "--json");
        await using BotProcess server = BotProcess.Launch(directory.Path, settings);
        await server.WaitUntilReadyAsync();
        Verb beside = await Verb.RunAsync(directory.Path, settings, "bots", "test", "--json");

        alone.Code.ShouldBe(0, alone.Said);
        beside.Code.ShouldBe(0, beside.Said);
        alone.On("Telegram:StorageBots:3:ChatId").Text.ShouldContain("may post, edit, delete and pin");
        beside.Findings.Select(Subject).ShouldBe(alone.Findings.Select(Subject));
        (await server.StopAsync()).ShouldBe(0);
    }

    private static string? Subject(JsonElement finding) => finding.GetProperty("subject").GetString();
}
