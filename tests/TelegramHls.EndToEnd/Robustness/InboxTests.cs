using TelegramHls.EndToEnd.Kit;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Robustness;

/// <summary>Between Telegram and the queue no film gets lost and none comes twice.</summary>
public sealed class InboxTests
{
    [Fact]
    public async Task Film_HandlerThrowsTwice_IsTakenInOnce()
    {
        await using World world = await World.CreateAsync();
        await world.StartBotAsync(("TELEGRAMHLS_FAULTS", "inbox.handle=throw*2"));

        Card card = await world.AnswerToAsync(await world.SendAsync(await Films.TwoLanguages(6)));

        await ShouldBeThereOnceAsync(world, card);
        (await new Rows(world).AskAsync("select attempts from inbox")).ShouldBe("2");
    }

    [Fact]
    public async Task Film_ProgramKilledBetweenPollAndHandling_IsTakenInOnce()
    {
        await using World world = await World.CreateAsync();
        await world.StartBotAsync(("TELEGRAMHLS_FAULTS", "inbox.write.after=kill"));

        int message = await world.SendAsync(await Films.TwoLanguages(6));
        (await world.Bot.WaitForExitAsync(TimeSpan.FromSeconds(60))).ShouldBe(137);
        await world.StartBotAsync();

        await ShouldBeThereOnceAsync(world, await world.AnswerToAsync(message));
        (await world.CrashNoticesAsync()).ShouldBe(1);
    }

    private static async Task ShouldBeThereOnceAsync(World world, Card card)
    {
        var rows = new Rows(world);
        await rows.UntilIdleAsync();
        card.Links.Keys.ShouldContain("Stream");
        (await rows.AskAsync("select count(*), min(state) from videos")).ShouldBe("1|Ready");
        (await rows.CountAsync("jobs")).ShouldBe(1);
        (await world.HeardAsync()).Count.ShouldBe(1);
    }
}
