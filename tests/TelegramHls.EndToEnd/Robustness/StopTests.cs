using System.Diagnostics;
using TelegramHls.EndToEnd.Kit;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Robustness;

/// <summary>People stop films, and supervisors stop the program.</summary>
public sealed class StopTests : OneWorld
{
    private static readonly string[] BeforeReady =
        ["admit", "fetch", "probe", "plan", "poster", "subtitles", "store", "compatible", "publish"];

    private static readonly (string, string?)[] SmallParts = [("Storage__PartSize", "65536")];

    [Fact]
    public async Task Film_CancelledInAnyStep_EndsWithin2SecondsAndLeavesNothing()
    {
        string holds = string.Join(';', BeforeReady.Select(step => $"ingest.{step}.before=hold"));
        await World.StartBotAsync([.. SmallParts, ("TELEGRAMHLS_FAULTS", holds)]);
        string film = await Films.TwoLanguages(2);

        foreach (string step in BeforeReady)
        {
            int message = await World.SendAsync(film);
            await Rows.UntilAsync($"select count(*) from jobs where state = 'Running' and step = '{step}'", "1");
            Card card = await World.CardOfAsync(message, card => card.Taps.ContainsKey("Cancel"));

            await World.Client.Tap(World.Chat, card.Id, card.Taps["Cancel"]);
            var watch = Stopwatch.StartNew();
            await Rows.UntilAsync("select count(*) from jobs where state = 'Running'", "0");

            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2), step);
        }

        await Rows.UntilIdleAsync();
        (await Rows.AskAsync("select group_concat(step) from jobs where state = 'Cancelled' order by created_at"))
            .ShouldBe(string.Join(',', BeforeReady));
        await Traces.ShouldVanishAsync(World);
    }

    [Fact]
    public async Task Fetch_TelegramFallsSilent_IsTriedAgainAfterStallAfter()
    {
        await World.StartBotAsync(
            ("Jobs__StallAfter", "00:00:05"), ("Jobs__FirstPause", "00:00:01"), ("TELEGRAMHLS_FAULTS", "telegram.getFile.before=hang"));

        Card card = await World.AnswerToAsync(await World.SendAsync(await Films.TwoLanguages(2)));

        card.Links.Keys.ShouldContain("Stream");
        (await Rows.AskAsync("select step, level, message from job_events where kind = 'AttemptFailed'"))
            .ShouldBe("fetch|Warning|Telegram's server sent nothing for 5 s.");
    }

    [Fact]
    public async Task Stop_PartsOnTheirWay_ArriveAndNothingIsSentTwice()
    {
        await World.StartBotAsync(SmallParts);
        await World.Client.Weather(new { effect = "Slow", up = 25_000 });
        int message = await World.SendAsync(await Films.TwoLanguages(6));
        await Waiting.UntilAsync(
            async () => (await Channels.DocumentsAsync(World)).Count >= 2 && await Rows.CountAsync("intents") > 0,
            "two parts in the channels and another on its way");

        var watch = Stopwatch.StartNew();
        (await World.Bot.StopAsync()).ShouldBe(0, string.Join('\n', World.Bot.Lines.TakeLast(20)));

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
        (await Rows.CountAsync("intents")).ShouldBe(0);
        (await Rows.CountAsync("parts")).ShouldBe((await Channels.DocumentsAsync(World)).Count);
        (await Rows.AskAsync("select state, attempts from jobs")).ShouldBe("Waiting|0");

        await World.Client.ClearWeather();
        await World.StartBotAsync(SmallParts);
        (await World.AnswerToAsync(message)).Links.Keys.ShouldContain("Stream");
        (await Channels.DocumentsAsync(World)).GroupBy(part => (part.File, part.Index)).ShouldAllBe(sent => sent.Count() == 1);
    }
}
