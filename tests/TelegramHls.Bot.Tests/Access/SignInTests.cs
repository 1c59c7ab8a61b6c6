using System.Net;
using TelegramHls.Bot.Access.SignIn;

namespace TelegramHls.Bot.Tests.Access;

/// <summary>The way of a link to a cookie, and what ends both, over HTTP.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private SignInRig _rig = null!;

    public async Task InitializeAsync() => _rig = await SignInRig.StartAsync();

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Fact]
    public async Task Link_FetchedByPreviews_StillSignsIn()
    {
        string link = _rig.Links.Make(SignInRig.Owner);
        foreach (HttpMethod method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head, HttpMethod.Get])
        {
            using HttpResponseMessage preview = await _rig.SendAsync(method, link);
            preview.StatusCode.ShouldBe(HttpStatusCode.OK);
            preview.Headers.Contains("Set-Cookie").ShouldBeFalse();
            preview.Headers.CacheControl!.NoStore.ShouldBeTrue();
        }

        using HttpResponseMessage answer = await _rig.SendAsync(HttpMethod.Post, link);

        (answer.StatusCode, answer.Headers.Location!.ToString()).ShouldBe((HttpStatusCode.Redirect, "/jobs"));
        string cookie = SignInRig.CookieOf(answer);
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
        cookie.ShouldContain("secure", Case.Insensitive, "a browser counts this machine as safe");
        (await ReadAsync("/jobs", cookie.Split(';')[0])).ShouldBe("the jobs");
    }

    [Fact]
    public async Task Link_UsedByManyAtOnce_SignsInOne()
    {
        string link = _rig.Links.Make(SignInRig.Owner);

        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _rig.SendAsync(HttpMethod.Post, link)));

        answers.Count(answer => answer.Headers.Contains("Set-Cookie")).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Gone).ShouldBe(7);
        (await (await _rig.SendAsync(HttpMethod.Get, link)).Content.ReadAsStringAsync()).ShouldContain("This link was used");
    }

    [Fact]
    public async Task Link_AfterFiveMinutes_IsTooOld()
    {
        string link = _rig.Links.Make(SignInRig.Owner);
        _rig.Clock.Advance(TimeSpan.FromSeconds(299));
        using HttpResponseMessage inTime = await _rig.SendAsync(HttpMethod.Get, link);
        _rig.Clock.Advance(TimeSpan.FromSeconds(1));

        using HttpResponseMessage late = await _rig.SendAsync(HttpMethod.Post, link);

        inTime.StatusCode.ShouldBe(HttpStatusCode.OK);
        late.StatusCode.ShouldBe(HttpStatusCode.Gone);
        string page = await late.Content.ReadAsStringAsync();
        page.ShouldContain("too old");
        page.ShouldContain("/dashboard");
    }

    [Fact]
    public async Task Link_OfSomebodyWhoIsNotTheOwner_SignsNobodyIn()
    {
        using HttpResponseMessage answer = await _rig.SendAsync(HttpMethod.Post, _rig.Links.Make(SignInRig.Owner + 1));

        answer.StatusCode.ShouldBe(HttpStatusCode.Gone);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task WrongLinks_ManyFromOneAddress_AreBoundedAndKeepNobodyOut()
    {
        string right = _rig.Links.Make(SignInRig.Owner);
        var codes = new List<HttpStatusCode>();
        for (int i = 0; i < 25; i++)
        {
            codes.Add((await _rig.SendAsync(HttpMethod.Get, $"{right[..^2]}{i:00}")).StatusCode);
        }

        codes.Take(20).ShouldAllBe(code => code == HttpStatusCode.NotFound);
        codes.Skip(20).ShouldAllBe(code => code == HttpStatusCode.TooManyRequests);
        (await _rig.SendAsync(HttpMethod.Post, right)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("192.168.1.20:8080", null, false)]
    [InlineData("films.example.org", "https://films.example.org", true)]
    [InlineData("films.example.org", "http://films.example.org", false)]
    [InlineData("other.example.org", "https://films.example.org", false)]
    [InlineData("localhost:8080", null, true)]
    [InlineData("[::1]:8080", null, true)]
    [InlineData("127.0.0.1.example.org", null, false)]
    public async Task Cookie_ByWhereTheBrowserThinksItIs_IsSecureOrThePageWarns(string host, string? publicUrl, bool isSafe)
    {
        await using SignInRig rig = await SignInRig.StartAsync(publicUrl ?? "http://192.168.1.20:8080");
        string link = rig.Links.Make(SignInRig.Owner);

        string page = await (await rig.SendAsync(HttpMethod.Get, link, host: host)).Content.ReadAsStringAsync();
        string cookie = SignInRig.CookieOf(await rig.SendAsync(HttpMethod.Post, link, host: host));

        cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase).ShouldBe(isSafe);
        page.Contains("not encrypted").ShouldBe(!isSafe);
    }

    [Fact]
    public async Task Cookie_Visited_LastsFromTheLastVisit()
    {
        string cookie = await _rig.SignInAsync();
        _rig.Clock.Advance(SignInCookieSetup.Lifetime - TimeSpan.FromMinutes(1));
        using HttpResponseMessage visit = await _rig.SendAsync(HttpMethod.Get, "/jobs", cookie);
        string renewed = SignInRig.CookieOf(visit).Split(';')[0];
        _rig.Clock.Advance(TimeSpan.FromDays(1));

        (await ReadAsync("/jobs", renewed)).ShouldBe("the jobs");
        (await _rig.SendAsync(HttpMethod.Get, "/jobs", cookie)).StatusCode.ShouldBe(HttpStatusCode.Redirect, "the old one is over");
    }

    [Fact]
    public async Task SignOutEverywhere_OpenLinksCookiesAndStreams_AllEnd()
    {
        string one = await _rig.SignInAsync();
        string other = await _rig.SignInAsync();
        string link = _rig.Links.Make(SignInRig.Owner);
        using HttpClient browser = _rig.Open();
        using Stream events = await OpenStreamAsync(browser, one);

        using HttpResponseMessage pressed = await _rig.PressAsync("/sign-out/everywhere", other);

        pressed.Headers.Location!.ToString().ShouldBe("/sign-in");
        await EndOfAsync(events);
        foreach (string cookie in (string[])[one, other])
        {
            (await _rig.SendAsync(HttpMethod.Get, "/jobs", cookie)).Headers.Location!.ToString().ShouldEndWith("/sign-in");
        }

        (await _rig.SendAsync(HttpMethod.Post, link)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await _rig.AuditAsync()).Select(line => (line.Who, line.Action)).ShouldBe(
            [($"user {SignInRig.Owner}", "sign out everywhere"), ($"user {SignInRig.Owner}", "sign in"), ($"user {SignInRig.Owner}", "sign in")]);
    }

    [Fact]
    public async Task SignOut_OneBrowser_EndsItsStreamsAndLeavesOthers()
    {
        string one = await _rig.SignInAsync();
        string other = await _rig.SignInAsync();
        using HttpClient browser = _rig.Open();
        using Stream events = await OpenStreamAsync(browser, one);

        using HttpResponseMessage pressed = await _rig.PressAsync("/sign-out", one);

        SignInRig.CookieOf(pressed).ShouldStartWith("telegramhls=;");
        await EndOfAsync(events);
        (await ReadAsync("/jobs", other)).ShouldBe("the jobs");
    }

    [Fact]
    public async Task SignOut_WithoutTheFormsToken_DoesNothing()
    {
        string cookie = await _rig.SignInAsync();

        using HttpResponseMessage answer = await _rig.SendAsync(HttpMethod.Post, "/sign-out/everywhere", cookie, form: []);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await ReadAsync("/jobs", cookie)).ShouldBe("the jobs");
    }

    private async Task<string> ReadAsync(string path, string cookie) =>
        await (await _rig.SendAsync(HttpMethod.Get, path, cookie)).Content.ReadAsStringAsync();

    private static async Task<Stream> OpenStreamAsync(HttpClient browser, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/jobs/events");
        request.Headers.Add("Cookie", cookie);
        HttpResponseMessage answer = await browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsStreamAsync();
    }

    /// <summary>Reads on until the server ends the answer, in order or by cutting it.</summary>
    private static async Task EndOfAsync(Stream stream)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        byte[] buffer = new byte[256];
        try
        {
            while (await stream.ReadAsync(buffer, limit.Token) > 0)
            {
            }
        }
        catch (HttpIOException)
        {
        }
    }
}
