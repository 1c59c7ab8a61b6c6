using System.Net;
using System.Net.Http.Headers;
using TelegramHls.EndToEnd.Kit;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Playback;

/// <summary>A film that is still being stored, and the names that films come with.</summary>
[Collection(SentFilms.Name)]
public sealed class InWorkTests(SentFilms films)
{
    private readonly SentFilm _film = films.InCloud;

    [Fact]
    public async Task Links_WhileTheFilmIsStored_SayHowFarItIsAndWhenToComeBack()
    {
        World world = _film.World;
        await world.Client.Weather(new { effect = "Delay", method = "sendDocument", milliseconds = 3000 });
        int message = await world.SendAsync(await Films.TwoLanguages(12), "document", "in work.mp4");
        string key = await KeyOfAsync(world, message);

        foreach (string link in Links(key))
        {
            using HttpResponseMessage early = await _film.Http.AskAsync(link);
            early.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable, link);
            early.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
            early.Header("Content-Type").ShouldBe("application/problem+json", link);
            (await early.Content.ReadAsStringAsync()).ShouldContain("This film is still in work: ");
        }

        await world.Client.ClearWeather();
        Card card = await world.AnswerToAsync(message);
        card.Key.ShouldBe(key);
        foreach (string link in Links(key))
        {
            using HttpResponseMessage ready = await _film.Http.AskAsync(HttpMethod.Head, link);
            ready.StatusCode.ShouldBe(HttpStatusCode.OK, link);
        }

        world.Bot.Lines.ShouldAllBe(line => !line.Contains(key));
    }

    [Fact]
    public async Task Page_OfAFilmInWork_ShowsItsTitleAndAfterCancellingWhatUnknownKeysShow()
    {
        World world = _film.World;
        await world.Client.Weather(new { effect = "Delay", method = "sendDocument", milliseconds = 3000 });
        int message = await world.SendAsync(await Films.TwoLanguages(14), "document", "<i>to be<i> cancelled.mp4");
        string key = await KeyOfAsync(world, message);

        using HttpResponseMessage early = await _film.Http.AskAsync($"/w/{key}", ("Accept", "text/html"));
        early.StatusCode.ShouldBe(HttpStatusCode.OK);
        string page = await early.Content.ReadAsStringAsync();
        page.ShouldContain("<h1>&lt;i&gt;to be&lt;i&gt; cancelled</h1>");
        page.ShouldContain("<noscript><meta http-equiv=\"refresh\"");

        Card card = await world.CardOfAsync(message, card => card.Taps.ContainsKey("Cancel"));
        await world.Client.Tap(world.Chat, card.Id, card.Taps["Cancel"]);
        await world.AnswerToAsync(message);
        await world.Client.ClearWeather();

        foreach (string accept in new[] { "text/html", "application/json" })
        {
            using HttpResponseMessage cancelled = await _film.Http.AskAsync($"/w/{key}", ("Accept", accept));
            using HttpResponseMessage unknown = await _film.Http.AskAsync("/w/nobodyEverHadThisKey99", ("Accept", accept));
            cancelled.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            cancelled.Lines().ShouldBe(unknown.Lines());
            (await cancelled.Content.ReadAsStringAsync()).ShouldBe(await unknown.Content.ReadAsStringAsync());
        }

        foreach (string link in Links(key))
        {
            using HttpResponseMessage gone = await _film.Http.AskAsync(link);
            gone.StatusCode.ShouldBe(HttpStatusCode.NotFound, link);
        }
    }

    [Fact]
    public async Task Download_OfAFilmWithAnOddName_IsAnAttachmentOfASafeName()
    {
        World world = _film.World;
        string source = await OddlyNamedAsync();
        Card card = await world.AnswerToAsync(await world.SendAsync(source, "document", "Кино \"a/b\\c\" 🎬 <x>; é\n.mp4"));

        using HttpResponseMessage answer = await _film.Http.AskAsync(HttpMethod.Head, card.Download);

        string raw = answer.Header("Content-Disposition")!;
        raw.ShouldAllBe(letter => letter >= ' ' && letter <= '~');
        var disposition = ContentDispositionHeaderValue.Parse(raw);
        disposition.DispositionType.ShouldBe("attachment");
        string name = disposition.FileNameStar!;
        name.ShouldStartWith("Кино ");
        name.ShouldContain("🎬");
        name.ShouldEndWith(".mp4");
        name.ShouldAllBe(letter => !"\\/:*?\"<>|\n\r".Contains(letter));
        disposition.FileName!.Trim('"').ShouldAllBe(letter => letter != '/' && letter != '\\' && letter != '"');
    }

    private static string[] Links(string key) =>
    [
        $"/stream/{key}/x.mp4", $"/dl/{key}/x.mp4", $"/hls/{key}/master.m3u8", $"/w/{key}", $"/play/{key}.m3u", $"/play/{key}.strm",
    ];

    /// <summary>The key that a film in work has; nobody is told it before the film plays.</summary>
    internal static async Task<string> KeyOfAsync(World world, int message)
    {
        string key = string.Empty;
        string sql = $"select key from share_links join videos on video_id = id where source_message_id = {message}";
        await Waiting.UntilAsync(async () => (key = await new Rows(world).AskAsync(sql)).Length > 0, "a key");
        return key;
    }

    private static async Task<string> OddlyNamedAsync() => await Films.Make(
        "odd-name-4.mp4",
        "-f", "lavfi", "-i", "testsrc2=s=320x180:r=24:d=4",
        "-f", "lavfi", "-i", "sine=f=500:r=48000:d=4",
        "-c:v", "libx264", "-preset", "veryfast", "-g", "48", "-pix_fmt", "yuv420p", "-c:a", "aac");
}
