using System.Net;

namespace TelegramHls.EndToEnd.Playback;

/// <summary>What the answers of a film's links say about themselves.</summary>
[Collection(SentFilms.Name)]
public sealed class HeaderTests(SentFilms films)
{
    private const string Playlist = "application/vnd.apple.mpegurl";
    private const string UnknownKey = "5CK3iBpEiJz8hBAN2Zr4nQ";

    private readonly SentFilm _film = films.InCloud;

    /// <summary>Below the film's HLS address, its other links by name.</summary>
    public static TheoryData<string, string> TypeOfEach() => new()
    {
        { "stream", "video/mp4" },
        { "download", "video/mp4" },
        { "watch", "text/html; charset=utf-8" },
        { "master.m3u8", Playlist },
        { "v0.m3u8", Playlist },
        { "a1.m3u8", Playlist },
        { "v0/init.mp4", "video/mp4" },
        { "a0/init.mp4", "audio/mp4" },
        { "v0/0.m4s", "video/mp4" },
        { "a1/3.m4s", "audio/mp4" },
    };

    [Theory]
    [MemberData(nameof(TypeOfEach))]
    public async Task Head_OfEachLink_EqualsGetWithoutTheBody(string link, string type)
    {
        using HttpResponseMessage get = await _film.Http.AskAsync(Address(link));
        await get.Content.LoadIntoBufferAsync();
        using HttpResponseMessage head = await _film.Http.AskAsync(HttpMethod.Head, Address(link));

        head.StatusCode.ShouldBe(HttpStatusCode.OK);
        head.Header("Content-Type").ShouldBe(type);
        head.Lines().ShouldBe(get.Lines(), ignoreOrder: true);
        (await head.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task ETag_OfEachResource_IsStrongAndItsOwn()
    {
        string[] links = ["stream", "master.m3u8", "v0.m3u8", "a0.m3u8", "a1.m3u8", "v0/init.mp4", "a0/init.mp4", "v0/0.m4s", "v0/1.m4s", "a0/0.m4s"];

        var tags = new List<string>();
        foreach (string link in links)
        {
            using HttpResponseMessage answer = await _film.Http.AskAsync(HttpMethod.Head, Address(link));
            tags.Add(answer.Header("ETag")!);
        }

        tags.ShouldAllBe(tag => tag.StartsWith('"') && tag.EndsWith('"'));
        tags.Distinct().Count().ShouldBe(links.Length);
    }

    [Fact]
    public async Task CacheControl_OfWhatMayChange_AsksAgainAndOfVersionedSegmentsNever()
    {
        string playlist = await _film.Http.GetStringAsync(_film.Playlist("v0"));
        string segment = playlist.Split('\n').First(line => line.StartsWith("v0/0.m4s", StringComparison.Ordinal));

        (await CacheControlAsync("master.m3u8")).ShouldBe("private, no-cache");
        (await CacheControlAsync("v0.m3u8")).ShouldBe("private, no-cache");
        (await CacheControlAsync("stream")).ShouldBe("private, no-cache");
        (await CacheControlAsync("watch")).ShouldBe("private, no-cache");
        (await CacheControlAsync(segment)).ShouldBe("private, max-age=31536000, immutable");
        (await CacheControlAsync("v0/0.m4s?v=77")).ShouldBe("private, no-cache");
    }

    [Theory]
    [InlineData("stream", true)]
    [InlineData("master.m3u8", true)]
    [InlineData("v0/0.m4s", true)]
    [InlineData("download", false)]
    [InlineData("watch", false)]
    public async Task Cors_IsOpenWherePlayersOfOtherPagesRead(string link, bool open)
    {
        using HttpResponseMessage answer = await _film.Http.AskAsync(Address(link), ("Origin", "https://player.example"));
        using HttpResponseMessage before = await _film.Http.AskAsync(
            HttpMethod.Options,
            Address(link),
            ("Origin", "https://player.example"),
            ("Access-Control-Request-Method", "GET"),
            ("Access-Control-Request-Headers", "range"));

        answer.Header("Access-Control-Allow-Origin").ShouldBe(open ? "*" : null);
        before.Header("Access-Control-Allow-Origin").ShouldBe(open ? "*" : null);
        (before.Header("Access-Control-Allow-Headers") ?? "").Contains("Range", StringComparison.Ordinal).ShouldBe(open);
        (answer.Header("Access-Control-Expose-Headers") ?? "").Contains("Content-Range", StringComparison.Ordinal).ShouldBe(open);
    }

    [Theory]
    [InlineData("/stream/{key}/two.mp4")]
    [InlineData("/dl/{key}/two.mp4")]
    [InlineData("/hls/{key}/master.m3u8")]
    [InlineData("/hls/{key}/v0.m3u8")]
    [InlineData("/hls/{key}/v0/init.mp4")]
    [InlineData("/hls/{key}/v0/0.m4s")]
    [InlineData("/w/{key}")]
    public async Task UnknownKey_Anywhere_GetsTheSameProblem(string route)
    {
        using HttpResponseMessage first = await _film.Http.AskAsync($"/stream/{UnknownKey}/a.mp4");
        string expected = await first.Content.ReadAsStringAsync();

        foreach (string key in new[] { UnknownKey, "x", "ключ", "..%2F..%2Fetc", new string('a', 5000) })
        {
            using HttpResponseMessage answer = await _film.Http.AskAsync(route.Replace("{key}", key, StringComparison.Ordinal));

            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, key);
            answer.Header("Content-Type").ShouldBe("application/problem+json", key);
            (await answer.Content.ReadAsStringAsync()).ShouldBe(expected, key);
        }
    }

    [Fact]
    public async Task UnknownKey_OpenedInABrowser_IsAPageThatSaysSo()
    {
        using HttpResponseMessage answer =
            await _film.Http.AskAsync($"/w/{UnknownKey}", ("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Header("Content-Type").ShouldBe("text/html; charset=utf-8");
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Nothing here");
    }

    private string Address(string link) => link switch
    {
        "stream" => _film.Card.Stream,
        "download" => _film.Card.Download,
        "watch" => _film.Card.Watch,
        _ => _film.Card.Hls.Replace("master.m3u8", link, StringComparison.Ordinal),
    };

    private async Task<string?> CacheControlAsync(string link)
    {
        using HttpResponseMessage answer = await _film.Http.AskAsync(HttpMethod.Head, Address(link));
        return answer.Header("Cache-Control");
    }
}
