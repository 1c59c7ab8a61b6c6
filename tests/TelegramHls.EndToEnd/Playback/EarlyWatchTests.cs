using Microsoft.Playwright;
using TelegramHls.EndToEnd.Kit;
using TelegramHls.EndToEnd.Robustness;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Playback;

/// <summary>The watch page of a film that is encoded and stored while somebody watches it.</summary>
public sealed class EarlyWatchTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private World _world = null!;

    public async Task InitializeAsync()
    {
        _world = await World.CreateAsync();
        await _world.StartBotAsync(UndisturbedFilm.SmallParts, ("Media__SegmentSeconds", "1"));
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Page_OfAFilmInWork_PlaysFromTheBeginningAndOnWhenItIsReady()
    {
        // About 5 MB over four bots would take 30 s.
        await _world.Client.Weather(new { effect = "Slow", up = 45_000 });
        int message = await _world.SendAsync(await ForeignFilms.Noisy());
        Card early = await _world.CardOfAsync(message, card => card.Links.ContainsKey("▶ Watch"));
        early.Taps.Keys.ShouldBe(["Cancel"]);
        (IPage page, List<string> complaints) = await chromium.OpenAsync();
        await page.GotoAsync(early.Watch);
        await page.EvaluateAsync("() => { window.isTheSamePage = true; }");

        await page.EvaluateAsync("() => { const v = document.querySelector('video'); v.addEventListener('playing', () => { window.begun = v.currentTime; }, { once: true }); v.play(); }");
        await page.WaitForFunctionAsync("() => document.querySelector('video').currentTime > 0.5");
        (await page.EvaluateAsync<double>("() => window.begun")).ShouldBeLessThan(0.3);
        double there = await page.EvaluateAsync<double>("() => document.querySelector('video').duration");
        there.ShouldBeLessThan(11);
        await page.EvaluateAsync("() => { document.querySelector('video').currentTime = 2; }");
        await page.WaitForFunctionAsync("() => { const v = document.querySelector('video'); return !v.seeking && v.currentTime > 2.3 && v.currentTime < 8; }");
        await ShouldLookWellAsync(page);

        await page.WaitForFunctionAsync("before => document.querySelector('video').duration > before", there);
        await page.EvaluateAsync("() => document.querySelector('video').pause()");
        await _world.Client.ClearWeather();
        await page.GetByRole(AriaRole.Link, new() { Name = "Stream", Exact = true }).WaitForAsync();

        (await page.Locator("progress").CountAsync()).ShouldBe(0);
        await page.WaitForFunctionAsync("() => Math.abs(document.querySelector('video').duration - 12) < 0.2");
        await page.EvaluateAsync("() => { const v = document.querySelector('video'); v.currentTime = v.duration - 1; v.play(); }");
        await page.WaitForFunctionAsync("() => document.querySelector('video').ended");
        (await page.EvaluateAsync<bool>("() => window.isTheSamePage")).ShouldBeTrue();
        complaints.ShouldBeEmpty();
        await page.CloseAsync();
    }

    private static async Task ShouldLookWellAsync(IPage page)
    {
        string directory = Path.Combine(BotProcess.Root, "TestResults", "screenshots");
        foreach ((ColorScheme scheme, int width) in new[] { (ColorScheme.Dark, 360), (ColorScheme.Light, 360), (ColorScheme.Dark, 1440), (ColorScheme.Light, 1440) })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.SetViewportSizeAsync(width, 900);
            await page.ScreenshotAsync(new() { Path = Path.Combine(directory, $"early-{scheme}-{width}.png"), FullPage = true });

            (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBe(width);
            (await page.GetByText("The film already plays as far as it is stored.").IsVisibleAsync()).ShouldBeTrue();
            (await page.Locator("progress").IsVisibleAsync()).ShouldBeTrue();
        }
    }
}
