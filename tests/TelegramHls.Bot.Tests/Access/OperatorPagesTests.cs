using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TelegramHls.Bot.Access.SignIn;
using TelegramHls.Bot.Hosting;
using TelegramHls.Testing;

namespace TelegramHls.Bot.Tests.Access;

/// <summary>All rooms of the program as they are mapped, not started: what a client that is not signed in gets of the owner's pages.</summary>
public sealed class OperatorPagesTests : IAsyncLifetime, IDisposable
{
    private readonly TempDirectory _directory = new();
    private DataDirectory _data = null!;
    private WebApplication _app = null!;
    private RequestDelegate _server = null!;

    public Task InitializeAsync()
    {
        _data = DataDirectory.Open(_directory.File("data"));
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        Settings.Load(builder.Configuration, ["Telegram:ControlBot:Token=1:x", "Server:Urls=http://127.0.0.1:8080"]);
        builder.Services.AddSingleton(_data);

        // The program's own list of rooms, which is the only local function of its kind.
        MethodInfo rooms = typeof(OperatorPages).Assembly.EntryPoint!.DeclaringType!
            .GetMethods(BindingFlags.NonPublic | BindingFlags.Static).Single(method => method.ReturnType == typeof(WebApplication));
        _app = (WebApplication)rooms.Invoke(null, [builder])!;
        _app.UseEndpoints(_ => { });
        _server = ((IApplicationBuilder)_app).Build();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    public void Dispose()
    {
        _data.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public async Task Endpoints_UnderTheOwnersPrefixes_AnswerNobodyWhoIsNotSignedIn()
    {
        (string Method, string Path)[] mapped =
        [
            .. from endpoint in ((IEndpointRouteBuilder)_app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
               let path = "/" + Regex.Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), "{[^}]*}", "x")
               where OperatorPages.Hold(path)
               from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
               select (method, path),
        ];

        foreach ((string method, string path) in mapped)
        {
            (await AskAsync(method, path, "*/*")).ShouldBe((401, string.Empty), $"{method} {path}");
        }
    }

    [Theory]
    [InlineData("/jobs")]
    [InlineData("/JOBS/anything")]
    [InlineData("/system")]
    [InlineData("/library/")]
    [InlineData("/library/of/nothing")]
    public async Task Page_UnderTheOwnersPrefixes_LeadsToTheSignInPage(string path) =>
        (await AskAsync("GET", path, "text/html,*/*")).ShouldBe((302, "/sign-in"));

    [Fact]
    public async Task SignInPage_NotSignedIn_SaysHow()
    {
        HttpContext answer = await SendAsync("GET", "/sign-in", "text/html");
        answer.Response.Body.Position = 0;
        string page = await new StreamReader(answer.Response.Body).ReadToEndAsync();

        answer.Response.StatusCode.ShouldBe(200);
        page.ShouldContain("/dashboard");
        page.ShouldContain("telegramhls dashboard");
    }

    private async Task<(int Code, string Location)> AskAsync(string method, string path, string accept)
    {
        HttpContext answer = await SendAsync(method, path, accept);
        return (answer.Response.StatusCode, answer.Response.Headers.Location.ToString());
    }

    private async Task<HttpContext> SendAsync(string method, string path, string accept)
    {
        await using AsyncServiceScope scope = _app.Services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Method = method;
        context.Request.Scheme = "http";
        context.Request.Host = new HostString("127.0.0.1", 8080);
        context.Request.Path = path;
        context.Request.Headers.Accept = accept;
        context.Response.Body = new MemoryStream();
        await _server(context);
        return context;
    }
}
