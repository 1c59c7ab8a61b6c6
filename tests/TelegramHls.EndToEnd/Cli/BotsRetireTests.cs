using System.Text.Json;
using TelegramHls.EndToEnd.Kit;
using TelegramHls.Sandbox.Accounts;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Cli;

/// <summary><c>bots retire</c> on a bot that sent parts of a film, which is then played without it.</summary>
public sealed class BotsRetireTests
{
    [Fact]
    public async Task Retire_ABotWithParts_TheFilmPlaysWithoutIt()
    {
        await using World world = await World.CreateAsync();
        SandboxStorageBot[] bots = [.. world.Telegram.Accounts.StorageBots];
        foreach (SandboxStorageBot channel in bots[1..])
        {
            await world.Client.Hook("members", new { chat_id = bots[0].ChatId, user_id = channel.Bot.Id });
        }

        await world.StartBotAsync(("Storage__PartSize", "65536"), ("Storage__KeepOriginal", "false"));
        Card card = await world.AnswerToAsync(await world.SendAsync(await Films.TwoLanguages()));
        await new Rows(world).UntilIdleAsync();
        byte[] whole = await world.Bot.Http.GetByteArrayAsync(card.Stream);
        Dictionary<string, string> settings = Verb.SettingsFor(world.Telegram.Url, world.Telegram.Accounts);
        settings["Storage__MessagesPerMinute"] = "0";
        string id = $"{bots[0].Bot.Id}";

        Verb beside = await Verb.RunAsync(world.Directory, settings, "bots", "retire", id);
        (await world.Bot.StopAsync()).ShouldBe(0);
        Verb unknown = await Verb.RunAsync(world.Directory, settings, "bots", "retire", "@nobody_bot", "--json");
        Verb retire = await Verb.RunAsync(world.Directory, settings, "bots", "retire", $"@{bots[0].Bot.Username}", "--json");

        beside.Code.ShouldBe(1, beside.Said);
        beside.Said.ShouldContain("stop it");
        unknown.Code.ShouldBe(1, unknown.Said);
        unknown.On("@nobody_bot").Level.ShouldBe("error");
        retire.Code.ShouldBe(0, retire.Said);
        retire.On("settings").Text.ShouldStartWith("Telegram:StorageBots:0 can be removed");
        JsonElement measured = JsonSerializer.Deserialize<JsonElement>(retire.Said).GetProperty("measured");
        (measured.GetProperty("parts").GetInt32(), measured.GetProperty("withoutId").GetInt32())
            .ShouldBe(((await Channels.DocumentsAsync(world)).Count(document => document.Chat == bots[0].ChatId), 0));

        await world.Client.Hook("revoke", new { bot = bots[0].Bot.Id });
        Directory.Delete(Path.Combine(world.Data, "cache"), recursive: true);
        await world.StartBotAsync(("Storage__PartSize", "65536"), ("Storage__KeepOriginal", "false"));
        (await world.Bot.Http.GetByteArrayAsync(card.Stream)).AsSpan().SequenceEqual(whole).ShouldBeTrue();
        world.Bot.Lines.ShouldContain(line => line.Contains($"bot {id} gets no new parts"));
    }
}
