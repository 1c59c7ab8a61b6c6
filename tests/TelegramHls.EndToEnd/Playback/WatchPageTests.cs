using System.IO.Compression;
using Microsoft.Playwright;
using TelegramHls.EndToEnd.Kit;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Playback;

/// <summary>The watch page under the hands of a person: keys, buttons, colours, no script, a film still in work.</summary>
[Collection(SentFilms.Name)]
public sealed class WatchPageTests(SentFilms films, Chromium chromium) : IClassFixture<Chromium>
{
    private readonly SentFilm _film = films.InCloud;

    [Fact]
    public async Task Keys_Pressed_DoWhatTheListSays()
    {
        (IPage page, List<string> complaints) = await OpenAsync(_film.Card);
        await page.WaitForFunctionAsync("() => document.querySelector('video').readyState >= 2 && document.querySelector('video').audioTracks.length === 2");

        await ShouldFollowAsync(page, " ", "!v.paused");
        await ShouldFollowAsync(page, " ", "v.paused");
        await ShouldFollowAsync(page, "5", "Math.abs(v.currentTime - v.duration / 2) < 0.5");
        await ShouldFollowAsync(page, "ArrowRight", "Math.abs(v.currentTime - v.duration / 2 - 5) < 0.5");
        await ShouldFollowAsync(page, "ArrowLeft", "Math.abs(v.currentTime - v.duration / 2) < 0.5");
        await ShouldFollowAsync(page, "ArrowDown", "Math.abs(v.volume - 0.95) < 0.001");
        await ShouldFollowAsync(page, "ArrowUp", "v.volume === 1");
        await ShouldFollowAsync(page, "m", "v.muted");
        await ShouldFollowAsync(page, "m", "!v.muted");
        await ShouldFollowAsync(page, ">", "v.playbackRate === 1.25");
        await ShouldFollowAsync(page, "<", "v.playbackRate === 1");
        await ShouldFollowAsync(page, "a", "[...v.audioTracks].find(t => t.enabled).label === 'Russian'");
        await ShouldFollowAsync(page, "c", "document.querySelector('.toast').textContent === 'No subtitles'");
        await ShouldFollowAsync(page, "f", "document.fullscreenElement?.localName === 'media-controller'");
        await ShouldFollowAsync(page, "f", "document.fullscreenElement === null");
        await ShouldFollowAsync(page, "?", "document.querySelector('dialog.keys').open");
        await ShouldFollowAsync(page, "Escape", "!document.querySelector('dialog.keys').open");
        complaints.ShouldBeEmpty();
        await page.CloseAsync();
    }

    [Fact]
    public async Task CopyButton_Clicked_CopiesTheLinkAndSaysSo()
    {
        (IPage page, List<string> complaints) = await OpenAsync(_film.Card);
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);

        foreach (string link in new[] { "HLS", "Stream", "Download" })
        {
            ILocator button = page.GetByLabel($"Copy the link: {link}");
            await button.ClickAsync();
            await page.WaitForFunctionAsync("button => button.textContent.trim() === 'Copied'", await button.ElementHandleAsync());

            (await page.EvaluateAsync<string>("() => navigator.clipboard.readText()")).ShouldBe(_film.Card.Links[link]);
        }

        complaints.ShouldBeEmpty();
        await page.CloseAsync();
    }

    [Fact]
    public async Task Page_WithoutScript_PlaysTheStreamLinkAndLinksWork()
    {
        await using IBrowserContext context = await chromium.Browser.NewContextAsync(new() { JavaScriptEnabled = false });
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(_film.Card.Watch);

        ILocator plain = page.Locator("video:visible");
        (await plain.CountAsync()).ShouldBe(1);
        (await plain.GetAttributeAsync("controls")).ShouldNotBeNull();
        (await plain.GetAttributeAsync("poster"))!.ShouldContain("/poster.jpg");
        (await plain.GetAttributeAsync("src")).ShouldBe(new Uri(_film.Card.Stream).PathAndQuery);
        (await page.Locator("button:visible").CountAsync()).ShouldBe(0);
        string[] links = await page.Locator("a:visible").EvaluateAllAsync<string[]>("all => all.map(link => link.href)");
        links.ShouldContain(_film.Card.Hls);
        foreach (string link in links)
        {
            using HttpResponseMessage answer = await _film.Http.AskAsync(HttpMethod.Head, link);
            answer.IsSuccessStatusCode.ShouldBeTrue(link);
        }
    }

    [Fact]
    public async Task Script_OfThePage_IsPackedAndKeptForLong()
    {
        string page = await (await _film.Http.AskAsync(_film.Card.Watch, ("Accept", "text/html"))).Content.ReadAsStringAsync();
        string script = $"/assets/watch.js?v={page.Split("/assets/watch.js?v=")[1].Split('"')[0]}";

        using HttpResponseMessage plain = await _film.Http.AskAsync(script);
        using HttpResponseMessage packed = await _film.Http.AskAsync(script, ("Accept-Encoding", "gzip, br"));

        packed.Header("Content-Encoding").ShouldBe("gzip");
        packed.Header("Cache-Control").ShouldBe("public, max-age=31536000, immutable");
        packed.Header("ETag").ShouldNotBe(plain.Header("ETag"));
        await using var unpacked = new GZipStream(await packed.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        await unpacked.CopyToAsync(bytes);
        bytes.ToArray().ShouldBe(await plain.Content.ReadAsByteArrayAsync());
        packed.Content.Headers.ContentLength!.Value.ShouldBeLessThan(bytes.Length / 2);
    }

    [Fact]
    public async Task Theme_Chosen_HoldsAfterAReload()
    {
        (IPage page, List<string> complaints) = await OpenAsync(_film.Card);

        await page.GetByTitle("Dark").ClickAsync();
        await page.ReloadAsync();

        (await BackgroundAsync(page)).ShouldBe("rgb(17, 20, 24)");
        (await page.Locator("input[name=theme]:checked").GetAttributeAsync("value")).ShouldBe("dark");
        await page.GetByTitle("As the system says").ClickAsync();
        (await BackgroundAsync(page)).ShouldBe("rgb(246, 247, 249)");
        complaints.ShouldBeEmpty();
        await page.CloseAsync();
    }

    [Fact]
    public async Task Poster_BeforePlay_Shows()
    {
        (IPage page, _) = await chromium.OpenAsync();
        await page.RouteAsync("**/hls/**", route => route.AbortAsync());
        await page.GotoAsync(_film.Card.Watch);

        string poster = await page.EvaluateAsync<string>("() => document.querySelector('video').poster");
        await page.WaitForFunctionAsync(
            "address => performance.getEntriesByName(address).length === 1", poster);
        (await page.EvaluateAsync<double>("() => { const box = document.querySelector('video').getBoundingClientRect(); return box.height; }"))
            .ShouldBeGreaterThan(400);
        await page.CloseAsync();
    }

    [Fact]
    public async Task Fault_FilmOutOfReach_SaysWhatHelpsAndTryingAgainPlays()
    {
        (IPage page, _) = await chromium.OpenAsync();
        await page.RouteAsync("**/hls/**", route => route.AbortAsync());
        await page.GotoAsync(_film.Card.Watch);
        await page.GetByText("The film cannot be reached.").WaitForAsync();

        await page.UnrouteAllAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await page.EvaluateAsync("() => { document.querySelector('video').play(); }");
        await page.WaitForFunctionAsync("() => document.querySelector('video').currentTime > 0.5");
        (await page.GetByText("The film cannot be reached.").IsVisibleAsync()).ShouldBeFalse();
        await page.CloseAsync();
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(360)]
    public async Task Sound_Alone_PlaysOnAPageWithoutAPicture(int width)
    {
        World world = _film.World;
        Card card = await world.AnswerToAsync(await world.SendAsync(await OddFilms.SoundWithCover(), "document", $"cover-{width}.m4a"));
        (IPage page, List<string> complaints) = await OpenAsync(card, width);

        await page.EvaluateAsync("() => document.querySelector('audio').play()");
        await page.WaitForFunctionAsync("() => document.querySelector('audio').currentTime > 0.5 && document.querySelector('img.cover').naturalWidth === 400");

        (await page.Locator("video").CountAsync()).ShouldBe(0);
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBe(width);
        complaints.ShouldBeEmpty();
        await page.CloseAsync();
    }

    [Fact]
    public async Task FilmInWork_BecomingReady_TurnsIntoThePlayerByItself()
    {
        World world = _film.World;
        await world.Client.Weather(new { effect = "Delay", method = "sendDocument", milliseconds = 4000 });
        int message = await world.SendAsync(await Films.TwoLanguages(16), "document", $"{new string('W', 250)}.mp4");
        string key = await InWorkTests.KeyOfAsync(world, message);
        (IPage page, List<string> complaints) = await chromium.OpenAsync(360);
        await page.GotoAsync(new Uri(world.Bot.Url, $"/w/{key}").ToString());
        await page.GetByText("this page renews itself").WaitForAsync();
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBe(360);

        await world.Client.ClearWeather();

        await page.WaitForFunctionAsync("() => document.querySelector('video[data-hls]')?.readyState >= 2");
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBe(360);
        complaints.ShouldBeEmpty();
        await page.CloseAsync();
    }

    private async Task<(IPage Page, List<string> Complaints)> OpenAsync(Card card, int width = 1440)
    {
        (IPage page, List<string> complaints) = await chromium.OpenAsync(width);
        await page.GotoAsync(card.Watch);
        return (page, complaints);
    }

    private static async Task ShouldFollowAsync(IPage page, string key, string condition)
    {
        await page.Keyboard.PressAsync(key);
        await page.WaitForFunctionAsync($"() => {{ const v = document.querySelector('video'); return {condition}; }}");
    }

    private static Task<string> BackgroundAsync(IPage page) =>
        page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");
}
