using System.Text.Json;
using TelegramHls.EndToEnd.Kit;
using TelegramHls.Sandbox.Accounts;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Cli;

/// <summary><c>scrub</c> on a film that stands in two channels, one of which was emptied.</summary>
public sealed class ScrubTests
{
    [Fact]
    public async Task Scrub_AWholeChannelEmptied_TheFilmPlaysOnAndIsRepaired()
    {
        await using World world = await World.CreateAsync();
        SandboxStorageBot[] bots = [.. world.Telegram.Accounts.StorageBots];
        foreach (SandboxStorageBot channel in bots)
        {
            foreach (SandboxStorageBot bot in bots)
            {
                await world.Client.Hook("members", new { chat_id = channel.ChatId, user_id = bot.Bot.Id });
            }
        }

        await world.StartBotAsync(("Storage__Replicas", "2"));
        Card card = await world.AnswerToAsync(await world.SendAsync(await Films.TwoLanguages()));
        await new Rows(world).UntilIdleAsync();
        await WaitForTwoOfEachAsync(world);
        byte[] whole = await world.Bot.Http.GetByteArrayAsync(card.Stream);
        Dictionary<string, string> settings = Verb.SettingsFor(world.Telegram.Url, world.Telegram.Accounts);
        (settings["Storage__Replicas"], settings["Storage__MessagesPerMinute"]) = ("2", "0");

        Verb beside = await Verb.RunAsync(world.Directory, settings, "scrub");
        (await world.Bot.StopAsync()).ShouldBe(0);
        long emptied = await EmptyOneAsync(world);
        Directory.Delete(Path.Combine(world.Data, "cache"), recursive: true);
        Verb look = await Verb.RunAsync(world.Directory, settings, "scrub", "--json");
        await world.StartBotAsync(("Storage__Replicas", "2"));
        byte[] afterwards = await world.Bot.Http.GetByteArrayAsync(card.Stream);
        (await world.Bot.StopAsync()).ShouldBe(0);
        Verb repair = await Verb.RunAsync(world.Directory, settings, "scrub", "--all", "--repair", "--json");

        beside.Code.ShouldBe(1, beside.Said);
        beside.Said.ShouldContain("stop it");
        look.Code.ShouldBe(1, look.Said);
        Count(look, "missing").ShouldBeGreaterThan(0, $"channel {emptied} was emptied");
        look.Said.ShouldContain("telegramhls scrub --repair");
        afterwards.AsSpan().SequenceEqual(whole).ShouldBeTrue();
        repair.Code.ShouldBe(0, repair.Said);
        (Count(repair, "orphans"), Count(repair, "broken")).ShouldBe((0, 0));

        // One more where the server was stopped before the last replica was made.
        Count(repair, "made").ShouldBeGreaterThanOrEqualTo(Count(look, "missing"));
        await WaitForTwoOfEachAsync(world);
    }

    [Fact]
    public async Task Scrub_NothingStoredYet_IsDone()
    {
        using var directory = new TempDirectory();
        var settings = new Dictionary<string, string> { ["Data__MinFreeBytes"] = "0", ["Storage__MessagesPerMinute"] = "0" };

        Verb run = await Verb.RunAsync(directory.Path, settings, "scrub", "--all");

        run.Code.ShouldBe(0, run.Said);
        run.Said.ShouldContain("nothing is stored yet");
    }

    private static int Count(Verb run, string name) =>
        JsonSerializer.Deserialize<JsonElement>(run.Said).GetProperty("measured").GetProperty(name).GetInt32();

    private static async Task WaitForTwoOfEachAsync(World world)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while ((await Channels.DocumentsAsync(world)).GroupBy(document => document.Name).Any(copies => copies.Count() != 2))
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    /// <summary>Deletes all documents of one channel, and lets every id that a bot has go stale.</summary>
    private static async Task<long> EmptyOneAsync(World world)
    {
        List<StoredDocument> documents = await Channels.DocumentsAsync(world);
        long channel = documents[0].Chat;
        foreach (StoredDocument document in documents.Where(document => document.Chat == channel))
        {
            await world.Client.Delete(channel, document.Message);
        }

        foreach (SandboxStorageBot bot in world.Telegram.Accounts.StorageBots)
        {
            await world.Client.Hook("expire", new { bot = bot.Bot.Id });
        }

        return channel;
    }
}
