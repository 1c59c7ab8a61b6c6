using System.Diagnostics;
using TelegramHls.EndToEnd.Kit;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Conversation;

/// <summary>The one message about a film: how often it is edited and how it ends.</summary>
public sealed class CardTests
{
    private static readonly TimeSpan BetweenEdits = TimeSpan.FromSeconds(4);

    [Fact]
    public async Task Card_OfASlowIngest_IsEditedWithinItsBudgetAndGetsTheLastWord()
    {
        await using World world = await World.CreateAsync();
        await world.StartBotAsync(SmallParts);
        long before = await EditsAsync(world);
        await world.Client.Weather(new { effect = "Slow", up = 40_000 });
        var watch = Stopwatch.StartNew();

        int message = await world.SendAsync(await Films.TwoLanguages(10));
        await Waiting.UntilAsync(async () => await EditsAsync(world) - before >= 3, "three edits");
        TimeSpan untilThird = watch.Elapsed;
        await world.Client.ClearWeather();
        Card card = await world.AnswerToAsync(message);

        // The last word goes one edit ahead.
        double budget = Math.Floor(watch.Elapsed / BetweenEdits) + 2;

        untilThird.ShouldBeGreaterThan(2 * BetweenEdits - TimeSpan.FromSeconds(0.5));
        (await EditsAsync(world) - before).ShouldBeLessThanOrEqualTo((long)budget);
        card.Links.Keys.ShouldContain("Stream");
        card.Taps.Keys.ShouldBe(["Details", "Delete"]);
        (await world.HeardAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Card_PublicUrlThatButtonsCannotCarry_HasTheLinksInItsText()
    {
        await using World world = await World.CreateAsync();
        int port = BotProcess.FreePort();
        await world.StartBotAsync(("Server__Urls", $"http://127.0.0.1:{port}"), ("Server__PublicUrl", $"http://localhost:{port}"));

        int message = await world.SendAsync(await Films.TwoLanguages(6));
        Card card = await world.CardOfAsync(message, card => card.Taps.ContainsKey("Details"));

        card.Links.ShouldBeEmpty();
        string watch = card.Text.Split('\n').Single(line => line.StartsWith("Watch ", StringComparison.Ordinal))["Watch ".Length..];
        watch.ShouldStartWith($"http://localhost:{port}/w/");
        (await world.Bot.Http.GetAsync(watch)).EnsureSuccessStatusCode();
        (await world.HeardAsync()).ShouldAllBe(word => word.GetProperty("link_preview_options").GetProperty("is_disabled").GetBoolean());
    }

    private static (string Name, string? Value) SmallParts => ("Storage__PartSize", "131072");

    private static Task<long> EditsAsync(World world) => world.Client.Calls(world.Chat, "editmessagetext");
}
