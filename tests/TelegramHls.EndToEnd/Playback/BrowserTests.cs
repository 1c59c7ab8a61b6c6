using Microsoft.Playwright;

namespace TelegramHls.EndToEnd.Playback;

/// <summary>The links in a real browser.</summary>
[Collection(SentFilms.Name)]
public sealed class BrowserTests(SentFilms films, Chromium chromium) : IClassFixture<Chromium>
{
    // Where the film's two languages differ: English is a tone of 440 Hz, Russian one of 660 Hz.
    private const string Listen = """
        () => {
          const context = new AudioContext();
          const analyser = new AnalyserNode(context, { fftSize: 8192 });
          context.createMediaElementSource(document.querySelector('video')).connect(analyser);
          analyser.connect(context.destination);
          window.tone = () => {
            const bins = new Float32Array(analyser.frequencyBinCount);
            analyser.getFloatFrequencyData(bins);
            const loudest = bins.reduce((best, level, bin) => level > bins[best] ? bin : best, 0);
            return bins[loudest] < -60 ? 0 : loudest * context.sampleRate / analyser.fftSize;
          };
        }
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WatchPage_Played_RunsSeeksAndChangesLanguage(bool local)
    {
        (IPage page, List<string> complaints) = await chromium.OpenAsync();
        await page.GotoAsync(films.In(local).Card.Watch);

        await page.EvaluateAsync("() => document.querySelector('video').play()");
        await page.WaitForFunctionAsync("() => document.querySelector('video').currentTime > 1");
        await page.EvaluateAsync(Listen);
        await page.WaitForFunctionAsync("() => Math.abs(tone() - 440) < 12");

        await page.EvaluateAsync("() => { const v = document.querySelector('video'); v.currentTime = 0.8 * v.duration; }");
        await page.WaitForFunctionAsync("() => { const v = document.querySelector('video'); return !v.seeking && v.currentTime > 0.8 * v.duration + 0.5; }");

        await page.Mouse.MoveAsync(400, 300);
        await page.ClickAsync("media-audio-track-menu-button");
        await page.GetByRole(AriaRole.Menuitemradio, new() { Name = "Russian" }).ClickAsync();
        await page.WaitForFunctionAsync("() => Math.abs(tone() - 660) < 12");

        (await page.EvaluateAsync<double>("() => document.querySelector('video').duration")).ShouldBe(60.5, 0.6);
        (await page.EvaluateAsync<int>("() => document.querySelector('video').getVideoPlaybackQuality().totalVideoFrames"))
            .ShouldBeGreaterThan(30);
        complaints.ShouldBeEmpty();
        await page.CloseAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task StreamLink_InAVideoElementSoughtTo80Percent_TakesAFewRequests(bool local)
    {
        SentFilm film = films.In(local);
        (IPage page, List<string> complaints) = await chromium.OpenAsync();
        int requests = 0;
        page.Request += (_, request) => requests += request.Url == film.Card.Stream ? 1 : 0;
        await page.SetContentAsync("<video muted></video>");

        await page.EvaluateAsync(
            """
            address => new Promise((resolve, reject) => {
              const video = document.querySelector('video');
              video.onerror = () => reject(new Error(video.error.message));
              video.onloadedmetadata = () => { video.currentTime = 0.8 * video.duration; };
              video.onseeked = () => resolve();
              video.src = address;
            })
            """,
            film.Card.Stream);
        await page.EvaluateAsync("() => document.querySelector('video').play()");
        await page.WaitForFunctionAsync("() => { const v = document.querySelector('video'); return v.currentTime > 0.8 * v.duration + 0.5; }");

        // Two or three on a calm machine; a fragmented file of this length takes more than a hundred.
        requests.ShouldBeInRange(1, 8);
        (await page.EvaluateAsync<double>("() => document.querySelector('video').duration")).ShouldBe(60, 0.05);
        complaints.ShouldBeEmpty();
        await page.CloseAsync();
    }

    [Theory]
    [InlineData("light", 1440)]
    [InlineData("dark", 1440)]
    [InlineData("light", 360)]
    [InlineData("dark", 360)]
    public async Task WatchPage_InEachSchemeAndWidth_FitsAndShowsTheFilm(string scheme, int width)
    {
        (IPage page, List<string> complaints) = await chromium.OpenAsync(width, scheme == "dark" ? ColorScheme.Dark : ColorScheme.Light);
        await page.GotoAsync(films.InCloud.Card.Watch);
        await page.WaitForFunctionAsync("() => document.querySelector('video').readyState >= 2");
        await page.Locator("media-audio-track-menu-button").WaitForAsync();

        string directory = Path.Combine(BotProcess.Root, "TestResults", "screenshots");
        await page.ScreenshotAsync(new() { Path = Path.Combine(directory, $"watch-{scheme}-{width}.png"), FullPage = true });

        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBe(width);
        (await page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"))
            .ShouldBe(scheme == "dark" ? "rgb(17, 20, 24)" : "rgb(246, 247, 249)");
        (await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync()).ShouldBe("two-languages-60");
        complaints.ShouldBeEmpty();
        await page.CloseAsync();
    }
}
