using Microsoft.Playwright;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Playback;

public sealed class LongPlayTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const int Minutes = 10;

    [Fact]
    [Trait("Category", "Soak")]
    public async Task WatchPage_TenMinutesOf8MbitsOverALineOf50_NeverStalls()
    {
        await using World world = await World.StartAsync(local: true);
        string film = await Films.EightMegabits("long-8mbit.mp4", times: Minutes * 3);
        Card card = await world.AnswerToAsync(await world.SendAsync(film), TimeSpan.FromMinutes(10));
        await world.MoveToCloudAsync();
        await world.StartBotAsync();
        await world.Client.Weather(new { effect = "Slow", down = 50_000_000 / 8, shared = true });
        await world.Client.Weather(new { effect = "Delay", milliseconds = 100 });

        (IPage page, List<string> complaints) = await chromium.OpenAsync();
        await page.GotoAsync(card.Watch);
        await page.EvaluateAsync("""
            () => new Promise((done, fail) => {
              const video = document.querySelector('video');
              window.stalls = [];
              video.addEventListener('playing', done, { once: true });
              video.addEventListener('playing', () => video.addEventListener('waiting', () => stalls.push(video.currentTime)), { once: true });
              video.muted = true;
              video.play().catch(fail);
            })
            """);
        await page.WaitForFunctionAsync(
            $"() => document.querySelector('video').currentTime > {(Minutes * 60) - 5} || stalls.length > 0",
            null,
            new() { Timeout = (Minutes + 1) * 60_000, PollingInterval = 1000 });

        (await page.EvaluateAsync<double[]>("() => stalls")).ShouldBeEmpty();
        complaints.ShouldBeEmpty();
        await page.CloseAsync();
    }
}
