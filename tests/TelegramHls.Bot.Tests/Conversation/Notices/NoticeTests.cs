using TelegramHls.Bot.Conversation.Notices;

namespace TelegramHls.Bot.Tests.Conversation.Notices;

/// <summary>What the owner is told in the chat, and how often. The clock moves only where a test moves it.</summary>
public sealed class NoticeTests : IAsyncLifetime
{
    private static readonly Trouble Bot = new(
        "bot.1", "Storage bot 1 is out\nUnauthorized.", "Storage bot 1 can write again.", TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2));

    private static readonly Trouble Disk = new(
        "disk", "The disk is nearly full\n1 GB < 5 GB", "The disk has room again.", TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2));

    private NoticeRig _rig = null!;

    public async Task InitializeAsync() => _rig = await NoticeRig.StartAsync();

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Fact]
    public async Task Trouble_ThatStays_IsToldOnceAndOnceWhenItIsOverThroughARestart()
    {
        _rig.Troubles.AddRange([Bot, Disk]);
        await _rig.PassAsync(TimeSpan.FromSeconds(30));
        (await _rig.SaidAsync()).ShouldBeEmpty();

        await _rig.PassAsync(TimeSpan.FromHours(1));
        await _rig.RestartAsync();
        await _rig.PassAsync(TimeSpan.FromMinutes(5));
        (await _rig.SaidAsync()).ShouldHaveSingleItem().ShouldBe(
            "⚠️ Storage bot 1 is out\nUnauthorized.\n\nThe disk is nearly full\n1 GB < 5 GB");

        _rig.Troubles.Remove(Bot);
        await _rig.PassAsync(TimeSpan.FromMinutes(10));
        (await _rig.SaidAsync())[1..].ShouldBe(["✅ Storage bot 1 can write again."]);
    }

    [Fact]
    public async Task Trouble_ThatComesAndGoes_MakesNoStorm()
    {
        for (int minute = 0; minute < 60; minute++)
        {
            _rig.Troubles.Add(Bot);
            await _rig.PassAsync(TimeSpan.FromSeconds(40));
            _rig.Troubles.Clear();
            await _rig.PassAsync(TimeSpan.FromSeconds(20));
        }

        await _rig.PassAsync(TimeSpan.FromMinutes(3));

        (await _rig.SaidAsync()).ShouldBe(["⚠️ Storage bot 1 is out\nUnauthorized.", "✅ Storage bot 1 can write again."]);
    }

    [Fact]
    public async Task Trouble_ShorterThanIsWorthTelling_IsNotTold()
    {
        _rig.Troubles.Add(Bot);
        await _rig.PassAsync(TimeSpan.FromSeconds(20));
        _rig.Troubles.Clear();
        await _rig.PassAsync(TimeSpan.FromMinutes(10));

        (await _rig.SaidAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Trouble_WhileTelegramAsksForAPause_IsToldAfterIt()
    {
        await _rig.Sandbox.Weather(new { effect = "flood", method = "sendMessage", count = 1, retry_after = 60 });
        _rig.Troubles.Add(Bot);

        await _rig.PassAsync(TimeSpan.FromSeconds(90));
        (await _rig.SaidAsync()).ShouldBeEmpty();
        await _rig.PassAsync(TimeSpan.FromSeconds(20));

        (await _rig.SaidAsync()).ShouldHaveSingleItem();
    }
}
