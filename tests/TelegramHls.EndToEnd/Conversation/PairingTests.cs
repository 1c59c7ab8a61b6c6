using TelegramHls.EndToEnd.Kit;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Conversation;

/// <summary>Who may use the bot.</summary>
public sealed class PairingTests
{
    private const string Refusal = "this is a private bot";

    [Fact]
    public async Task Pairing_NobodyOwnsTheBot_TheCodeMakesOneOwnerOnce()
    {
        await using World world = await World.CreateAsync();
        await world.StartBotAsync(("Telegram__AllowedUsers__0", null));
        string line = world.Bot.Lines.Single(line => line.StartsWith("pairing:", StringComparison.Ordinal));
        string code = line.Split(' ')[Array.IndexOf(line.Split(' '), "/start") + 1];
        long second = await world.Client.MakePerson("Second");

        (await world.AskAsync("/start 0123456789")).Text.ShouldContain(Refusal);
        (await world.AskAsync($"/start {code}")).Text.ShouldContain("You are the owner");
        (await world.AskAsync($"/start {code}", second)).Text.ShouldContain(Refusal);

        (await world.AskAsync("/list")).Text.ShouldContain("No films yet");
        (await new Rows(world).AskAsync("select role from users")).ShouldBe("Owner");
        await world.StartBotAsync(("Telegram__AllowedUsers__0", null));
        world.Bot.Lines.ShouldAllBe(line => !line.Contains("pairing: send"));
    }

    [Fact]
    public async Task Stranger_WritesAndSendsFilms_IsRefusedOnceAndCausesNoWork()
    {
        await using World world = await World.StartAsync();
        long stranger = await world.Client.MakePerson("Stranger");

        (await world.AskAsync("/start", stranger)).Text.ShouldContain(Refusal);
        await using (FileStream film = File.OpenRead(await Films.TwoLanguages(6)))
        {
            await world.Client.SendFile(world.Chat, "video", "film.mp4", film, ("person", stranger));
        }

        await world.Client.Say(world.Chat, "/list", person: stranger);
        await world.Client.Say(world.Chat, "/stats", person: stranger);

        // The owner's later question is answered after all of the stranger's were taken.
        (await world.AskAsync("/list")).Text.ShouldContain("No films yet");
        (await world.HeardAsync(stranger)).Count.ShouldBe(1);
        var rows = new Rows(world);
        (await rows.CountAsync("videos")).ShouldBe(0);
        (await rows.CountAsync("jobs")).ShouldBe(0);
        (await rows.AskAsync("select count(*) from inbox")).ShouldBe("1");
    }
}
