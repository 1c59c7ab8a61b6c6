using System.Net;
using Microsoft.Playwright;
using TelegramHls.EndToEnd.Kit;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Playback;

/// <summary>Small pictures and chapters by which one finds a place in a film.</summary>
[Collection(SentFilms.Name)]
public sealed class PreviewTests(SentFilms films, Chromium chromium) : IClassFixture<Chromium>
{
    private readonly SentFilm _film = films.InCloud;

    [Fact]
    public async Task Previews_OfAFilm_AreFilesForAnyPage()
    {
        using HttpResponseMessage track = await _film.Http.AskAsync($"/img/{_film.Card.Key}/previews.vtt", ("Origin", "https://elsewhere.example"));
        string text = await track.Content.ReadAsStringAsync();
        string sheet = $"/img/{_film.Card.Key}/{text.Split('\n')[3].Split('#')[0]}";
        using HttpResponseMessage picture = await _film.Http.AskAsync(sheet, ("Origin", "https://elsewhere.example"));
        using HttpResponseMessage known = await _film.Http.AskAsync(sheet, ("If-None-Match", picture.Header("ETag")!));
        using HttpResponseMessage none = await _film.Http.AskAsync($"/img/{_film.Card.Key}/previews-1.jpg");

        track.Header("Content-Type").ShouldBe("text/vtt; charset=utf-8");
        track.Header("Access-Control-Allow-Origin").ShouldBe("*");
        track.Header("Cache-Control").ShouldBe("private, no-cache");
        text.ShouldStartWith("WEBVTT\n\n00:00:00.000 --> 00:00:02.000\npreviews-0.jpg?v=");
        picture.Header("Content-Type").ShouldBe("image/jpeg");
        picture.Header("Access-Control-Allow-Origin").ShouldBe("*");
        picture.Header("Cache-Control").ShouldBe("private, max-age=31536000, immutable");
        known.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task TimeRange_UnderThePointer_ShowsThePictureOfThatMoment()
    {
        (IPage page, List<string> complaints) = await chromium.OpenAsync();
        await page.GotoAsync(_film.Card.Watch);
        await page.WaitForFunctionAsync("() => document.querySelector('video').readyState >= 2");

        LocatorBoundingBoxResult range = (await page.Locator("media-time-range").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(range.X + (range.Width / 2), range.Y + (range.Height / 2));

        // A minute with a picture in two seconds, ten in a row: half a minute is the sixth of the second row.
        await page.WaitForFunctionAsync(
            """
            () => {
              const thumbnail = document.querySelector('media-preview-thumbnail');
              const picture = thumbnail.shadowRoot.querySelector('img');
              return thumbnail.getAttribute('mediapreviewcoords') === '960 108 192 108' && picture.naturalWidth === 1920
                && getComputedStyle(thumbnail).visibility === 'visible';
            }
            """);
        complaints.ShouldBeEmpty();
        await page.CloseAsync();
    }

    [Fact]
    public async Task Previews_FFmpegFailsOverThem_TheFilmIsReadyAndTheHistorySaysWhy()
    {
        using var programs = new TempDirectory();
        await File.WriteAllTextAsync(
            programs.File("script"), "#!/bin/bash\ncase \"$*\" in *tile=*) echo '[vf#0:0] [error] No such filter' >&2; exit 1 ;; esac\nexec ffmpeg \"$@\"\n");
        await Command.RunAsync("install", "-m", "755", programs.File("script"), programs.File("ffmpeg"));
        File.CreateSymbolicLink(programs.File("ffprobe"), (await Command.RunAsync("which", "ffprobe")).Trim());
        await using World world = await World.CreateAsync();
        await world.StartBotAsync(("Media__FFmpegDirectory", programs.Path));

        Card card = await world.AnswerToAsync(await world.SendAsync(await Films.TwoLanguages(4)));
        var rows = new Rows(world);
        await rows.UntilIdleAsync();

        (await rows.AskAsync("select state from jobs")).ShouldBe("Succeeded");
        (await rows.AskAsync("select message from job_events where step = 'previews' and kind = 'Note'"))
            .ShouldBe("No previews: ffmpeg gives no pictures of this film: [vf#0:0] [error] No such filter");
        (await world.Bot.Http.AskAsync($"/img/{card.Key}/previews.vtt")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        string page = await (await world.Bot.Http.AskAsync(card.Watch, ("Accept", "text/html"))).Content.ReadAsStringAsync();
        page.ShouldNotContain("<track");
        Directory.GetFileSystemEntries(Path.Combine(world.Data, "spool")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Chapters_OfAFilm_AreListedAndLeadThere()
    {
        Card card = await _film.World.AnswerToAsync(await _film.World.SendAsync(await OddFilms.Chapters()));
        (IPage page, List<string> complaints) = await chromium.OpenAsync();
        await page.GotoAsync(card.Watch);
        await page.WaitForFunctionAsync("() => document.querySelector('video').readyState >= 2");

        (await page.Locator(".chapters li").AllInnerTextsAsync()).Select(text => text.ReplaceLineEndings(" ").Trim())
            .ShouldBe(["0:00 Opening", "0:04 A <b>bold</b> & --> odd title", "0:07 Chapter 3"]);
        await page.GetByText("Chapter 3").ClickAsync();
        await page.WaitForFunctionAsync("() => Math.abs(document.querySelector('video').currentTime - 7.5) < 0.01");
        await page.Locator(".chapters a[aria-current=true]", new() { HasText = "Chapter 3" }).WaitForAsync();

        LocatorBoundingBoxResult range = (await page.Locator("media-time-range").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(range.X + (range.Width * 0.45f), range.Y + (range.Height / 2));
        await page.WaitForFunctionAsync(
            "() => document.querySelector('media-time-range').getAttribute('mediapreviewchapter') === 'A <b>bold</b> & --> odd title'");
        (await page.Locator(".chapters a").First.GetAttributeAsync("href")).ShouldBe($"{new Uri(card.Stream).PathAndQuery}#t=0");
        complaints.ShouldBeEmpty();
        await page.CloseAsync();
    }
}
