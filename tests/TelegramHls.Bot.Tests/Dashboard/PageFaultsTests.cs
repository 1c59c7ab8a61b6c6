using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TelegramHls.Bot.Dashboard;
using TelegramHls.Bot.Web;

namespace TelegramHls.Bot.Tests.Dashboard;

public sealed class PageFaultsTests
{
    [Fact]
    public async Task Page_ThatCannotBeMade_SaysSoWithoutTheFault()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddWeb();
        await using WebApplication app = builder.Build();
        app.MapGroup(string.Empty).AddEndpointFilter<Microsoft.AspNetCore.Routing.RouteGroupBuilder, PageFaults>()
            .MapGet("/", IResult () => throw new InvalidOperationException("the secret words"));
        await app.StartAsync();
        using var client = new HttpClient();

        using HttpResponseMessage answer = await client.GetAsync(
            app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        string page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain("<h1>This page could not be made</h1>");
        page.ShouldNotContain("secret");
    }
}
