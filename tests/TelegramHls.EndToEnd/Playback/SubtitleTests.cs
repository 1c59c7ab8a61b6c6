using System.Net;
using System.Text.Json;
using Microsoft.Playwright;
using TelegramHls.EndToEnd.Kit;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Playback;

/// <summary>Subtitles that a film brings: in players, as files, on the watch page.</summary>
public sealed class SubtitleTests(RunningWorld running, Chromium chromium) : IClassFixture<RunningWorld>, IClassFixture<Chromium>
{
    // What the source says: its first picture, and its first cue.
    private const double FirstPicture = 0.021;
    private const double FirstCue = 1.021;

    // Before any script of the page runs. The previews are a track as well.
    private const string Prepare = """
        document.addEventListener('DOMContentLoaded', () =>
          document.querySelector('video').requestVideoFrameCallback((_, frame) => { window.firstFrame = frame.mediaTime; }));
        window.read = () => [...document.querySelector('video').textTracks].filter(track => track.kind !== 'metadata');
        """;

    private static readonly SemaphoreSlim Gate = new(1);
    private static Card? _twoAndTwo;

    [Fact]
    public async Task WatchPage_FilmWithTwoSubtitles_ShowsTheRightCueAtTheRightTime()
    {
        Card card = await TwoAndTwoAsync();
        (IPage page, List<string> complaints) = await chromium.OpenAsync();
        await page.AddInitScriptAsync(Prepare);
        await page.GotoAsync(card.Watch);
        await page.WaitForFunctionAsync("() => window.firstFrame !== undefined");
        double first = await page.EvaluateAsync<double>("() => window.firstFrame");
        await page.WaitForFunctionAsync("() => read().length === 2");

        string[] labels = await page.EvaluateAsync<string[]>("() => read().map(track => `${track.label}|${track.language}`)");
        labels.ShouldBe(["English SDH|en", "Russian - Надписи (forced)|ru"]);

        await page.EvaluateAsync("() => { const v = document.querySelector('video'); read()[0].mode = 'showing'; v.currentTime = 5.5; }");
        await page.WaitForFunctionAsync("() => read()[0].activeCues?.[0]?.text === '1 &lt; 2'");
        await page.EvaluateAsync("() => { document.querySelector('video').currentTime = 2; }");
        await page.WaitForFunctionAsync("() => read()[0].activeCues?.[0]?.text.includes('Good morning')");
        double shown = await page.EvaluateAsync<double>("() => read()[0].activeCues[0].startTime");

        shown.ShouldBe(FirstCue + first - FirstPicture, tolerance: 0.010);
        complaints.ShouldBeEmpty();
        await page.CloseAsync();
    }

    [Theory]
    [InlineData("light", 1440)]
    [InlineData("dark", 360)]
    public async Task WatchPage_FilmWithSubtitles_OffersMenuAndFiles(string scheme, int width)
    {
        Card card = await TwoAndTwoAsync();
        (IPage page, List<string> complaints) = await chromium.OpenAsync(width, scheme == "dark" ? ColorScheme.Dark : ColorScheme.Light);
        await page.AddInitScriptAsync(Prepare);
        await page.GotoAsync(card.Watch);
        await page.WaitForFunctionAsync("() => read().length === 2");
        await page.EvaluateAsync("() => { document.querySelector('video').currentTime = 2; }");
        await page.ClickAsync("media-captions-menu-button");
        await page.GetByRole(AriaRole.Menuitemradio, new() { Name = "Russian" }).ClickAsync();
        await page.WaitForFunctionAsync("() => read()[1].activeCues?.length > 0");
        await page.ClickAsync("media-captions-menu-button");

        string directory = Path.Combine(BotProcess.Root, "TestResults", "screenshots");
        await page.ScreenshotAsync(new() { Path = Path.Combine(directory, $"subtitles-{scheme}-{width}.png"), FullPage = true });

        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBe(width);
        string[] files = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.files a')].map(link => link.download)");
        files.ShouldBe(["two-and-two.en.vtt", "two-and-two.en.srt", "two-and-two.ru.vtt", "two-and-two.ru.srt", "two-and-two.ru.ass"]);
        complaints.ShouldBeEmpty();
        await page.CloseAsync();
    }

    [Fact]
    public async Task Files_OfEachTrack_AreForAnyPageAndTellTheSame()
    {
        Card card = await TwoAndTwoAsync();
        HttpClient http = running.World.Bot.Http;
        JsonElement[] list = await ListAsync(card);

        list.Select(subtitle => string.Join('|', new[] { "track", "name", "language", "format", "forced", "hearingImpaired", "default", "added" }
            .Select(name => subtitle.GetProperty(name).ToString()))).ShouldBe(
            ["s0|English SDH|en|srt|False|True|False|False", "s1|Russian - Надписи (forced)|ru|ass|True|False|False|False"]);
        using HttpResponseMessage vtt = await http.AskAsync($"/sub/{card.Key}/s0.vtt", ("Origin", "https://elsewhere.example"));
        using HttpResponseMessage head = await http.AskAsync(HttpMethod.Head, $"/sub/{card.Key}/s0.vtt", ("Origin", "https://elsewhere.example"));
        using HttpResponseMessage known = await http.AskAsync($"/sub/{card.Key}/s0.vtt", ("If-None-Match", vtt.Header("ETag")!));

        (vtt.Header("Content-Type"), vtt.Header("Access-Control-Allow-Origin")).ShouldBe(("text/vtt; charset=utf-8", "*"));
        (await vtt.Content.ReadAsStringAsync()).ShouldStartWith("WEBVTT\n\n00:00:01.021 --> 00:00:03.521\n<i>Good morning</i> &amp; welcome\n");
        head.Lines().ShouldBe(vtt.Lines());
        known.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await http.GetStringAsync($"/sub/{card.Key}/s0.srt")).ShouldContain("00:00:01,021 --> 00:00:03,521\n<i>Good morning</i> & welcome\n");
        (await http.GetStringAsync($"/sub/{card.Key}/s1.srt")).ShouldContain("{\\an8}<b>ВЫХОД</b>");
        (await http.GetStringAsync($"/sub/{card.Key}/s1.ass")).ShouldContain("{\\fad(200,200)}ВЫХОД");
        (await http.AskAsync($"/sub/{card.Key}/s0.ass")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await http.AskAsync($"/sub/{card.Key}/s9.vtt")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await http.AskAsync($"/sub/{card.Key}x/s0.vtt")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Playlists_OfSubtitles_CoverTheFilmAndLeadToWebVtt()
    {
        Card card = await TwoAndTwoAsync();
        HttpClient http = running.World.Bot.Http;
        string master = await http.GetStringAsync(card.Hls);
        string address = master.Split('\n').Single(line => line.Contains("NAME=\"English SDH\"", StringComparison.Ordinal)).Split("URI=\"")[1].TrimEnd('"');
        var list = new Uri(new Uri(card.Hls), address);
        string[] lines = (await http.GetStringAsync(list)).Split('\n');

        double[] lengths = [.. lines.Where(line => line.StartsWith("#EXTINF:", StringComparison.Ordinal)).Select(line => double.Parse(line[8..^1]))];
        string video = await http.GetStringAsync(card.Hls.Replace("master", "v0", StringComparison.Ordinal));
        double film = video.Split('\n').Where(line => line.StartsWith("#EXTINF:", StringComparison.Ordinal)).Sum(line => double.Parse(line[8..^1]));
        lengths.Sum().ShouldBe(film, 0.001);
        lengths.Length.ShouldBe(2);
        lines.ShouldContain("#EXT-X-ENDLIST");
        foreach (string segment in lines.Where(line => line.Contains(".vtt", StringComparison.Ordinal)))
        {
            using HttpResponseMessage answer = await http.AskAsync(new Uri(list, segment).ToString());
            (await answer.Content.ReadAsStringAsync()).ShouldStartWith("WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:45000,LOCAL:00:00:00.000\n\n00:00:0");
            answer.Header("Cache-Control").ShouldBe("private, max-age=31536000, immutable");
        }

        using HttpResponseMessage gone = await http.AskAsync(new Uri(list, "s0.m3u8?v=another-1").ToString());
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task PictureSubtitles_OfAFilm_AreListedAndDownloaded()
    {
        Card card = await running.World.AnswerToAsync(await running.World.SendAsync(await SubtitleFilms.Pictures()));
        HttpClient http = running.World.Bot.Http;
        JsonElement[] list = await ListAsync(card);

        card.Text.ShouldContain("Subtitles that are pictures (German, French) are kept for download");
        list.Select(subtitle => subtitle.GetProperty("files").ToString()).ShouldAllBe(files => !files.Contains(".vtt"));
        (await http.GetByteArrayAsync($"/sub/{card.Key}/s0.sup")).ShouldBe(SubtitleFilms.Bars());
        (await Command.RunAsync("ffprobe", "-v", "error", "-show_entries", "stream=codec_name", "-of", "csv=p=0", $"{card.Stream.Split("/stream")[0]}/sub/{card.Key}/s1.mks"))
            .Trim().ShouldBe("dvd_subtitle");
        (await http.GetStringAsync(card.Hls)).ShouldNotContain("SUBTITLES");
    }

    [Fact]
    public async Task EmptySubtitles_OfAFilm_AreNamedAndHarmNothing()
    {
        Card card = await running.World.AnswerToAsync(await running.World.SendAsync(await SubtitleFilms.OneEmpty()));

        card.Text.ShouldContain("\nSubtitles 1\n");
        card.Text.ShouldContain("\nLeft out: subtitles that are empty or cannot be read (French).");
        (await ListAsync(card)).ShouldHaveSingleItem().GetProperty("name").GetString().ShouldBe("English");
    }

    private async Task<Card> TwoAndTwoAsync()
    {
        await Gate.WaitAsync();
        try
        {
            return _twoAndTwo ??= await running.World.AnswerToAsync(await running.World.SendAsync(await SubtitleFilms.TwoAndTwo()));
        }
        finally
        {
            Gate.Release();
        }
    }

    private async Task<JsonElement[]> ListAsync(Card card)
    {
        using JsonDocument answer = JsonDocument.Parse(await running.World.Bot.Http.GetStringAsync($"/sub/{card.Key}.json"));
        return [.. answer.RootElement.GetProperty("subtitles").Clone().EnumerateArray()];
    }
}
