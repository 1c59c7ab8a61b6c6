using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TelegramHls.Bot.Access;
using TelegramHls.Bot.Access.SignIn;
using TelegramHls.Bot.Dashboard;
using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Web;
using TelegramHls.Catalog;
using TelegramHls.Catalog.Audit;
using TelegramHls.Testing;

namespace TelegramHls.Bot.Tests.Access;

/// <summary>A server with signing in and two pages behind it: <c>/jobs</c>, and <c>/jobs/events</c>, which goes on until it is ended.</summary>
public sealed class SignInRig : IAsyncDisposable
{
    public const long Owner = 4711;

    private readonly TempDirectory _directory = new();
    private readonly WebApplication _app;

    private SignInRig(string publicUrl)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>("Telegram:AllowedUsers:0", $"{Owner}")]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(new PublicUrl(publicUrl))
            .AddCatalog(_ => _directory.File("catalog.db"))
            .AddAccess()
            .AddSingleton<Operators>()
            .AddWeb();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        _app = builder.Build();
        _app.UseRouting();
        _app.UseWeb();
        _app.UseSignIn();
        _app.MapSignIn();
        _app.MapGet("/jobs", () => "the jobs");
        _app.MapGet("/jobs/events", async (HttpContext context, CancellationToken ended) =>
        {
            await context.Response.WriteAsync("data: begun\n\n", ended);
            await context.Response.Body.FlushAsync(ended);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ended);
        });
    }

    internal ManualTimeProvider Clock { get; } = new();

    internal SignInLinks Links => _app.Services.GetRequiredService<SignInLinks>();

    /// <summary>What was written down, newest first.</summary>
    public async Task<IReadOnlyList<AuditLine>> AuditAsync() =>
        (await _app.Services.GetRequiredService<AuditQueries>().ListAsync(null, 0, 100, CancellationToken.None)).Lines;

    /// <summary>Where it listens.</summary>
    public Uri Url => new(_app.Urls.Single());

    public static async Task<SignInRig> StartAsync(string publicUrl = "http://127.0.0.1:8080")
    {
        var rig = new SignInRig(publicUrl);
        await rig._app.Services.GetRequiredService<CatalogMigrator>().MigrateAsync(CancellationToken.None);
        await rig._app.StartAsync();
        return rig;
    }

    /// <summary>A browser that follows no redirect and keeps no cookie by itself.</summary>
    public HttpClient Open() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Url };

    /// <summary>Sends a request as a browser that opens a page does.</summary>
    /// <param name="method">Its method.</param>
    /// <param name="path">On this server.</param>
    /// <param name="cookies">As in the header <c>Cookie</c>; null for none.</param>
    /// <param name="host">The name by which the browser reaches the server; null for its address.</param>
    /// <param name="form">The body; null for none.</param>
    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, string? cookies = null, string? host = null, Dictionary<string, string>? form = null)
    {
        using HttpClient browser = Open();
        using var request = new HttpRequestMessage(method, path) { Content = form is null ? null : new FormUrlEncodedContent(form) };
        request.Headers.Add("Accept", "text/html");
        request.Headers.Host = host;
        if (cookies is not null)
        {
            request.Headers.Add("Cookie", cookies);
        }

        return await browser.SendAsync(request);
    }

    /// <summary>Signs in; the cookie as a browser sends it.</summary>
    public async Task<string> SignInAsync()
    {
        using HttpResponseMessage answer = await SendAsync(HttpMethod.Post, Links.Make(Owner));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return CookieOf(answer).Split(';')[0];
    }

    /// <summary>Presses the button of a form of <c>/sign-in</c>.</summary>
    public async Task<HttpResponseMessage> PressAsync(string action, string cookie)
    {
        using HttpResponseMessage page = await SendAsync(HttpMethod.Get, "/sign-in", cookie);
        string html = await page.Content.ReadAsStringAsync();
        string token = Regex.Match(html, $"action=\"{action}\".*?name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        return await SendAsync(
            HttpMethod.Post, action, $"{cookie}; {CookieOf(page).Split(';')[0]}", form: new() { ["__RequestVerificationToken"] = token });
    }

    public static string CookieOf(HttpResponseMessage answer) => answer.Headers.GetValues("Set-Cookie").Single();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _directory.Dispose();
    }
}
