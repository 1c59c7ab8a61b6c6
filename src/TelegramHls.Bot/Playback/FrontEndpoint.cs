using Microsoft.AspNetCore.Http.HttpResults;
using TelegramHls.Bot.Web;
using TelegramHls.Bot.Web.Pages;

namespace TelegramHls.Bot.Playback;

/// <summary><c>/</c>: the bot's name and a link to it; nothing about films.</summary>
internal static class FrontEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapMethods("/", [HttpMethods.Get, HttpMethods.Head], Front);

    private static RazorComponentResult<FrontPage> Front(IBotProfile bot) => PageResults.Of<FrontPage>(new()
    {
        [nameof(FrontPage.BotName)] = bot.Name ?? "TelegramHls.Bot",
        [nameof(FrontPage.BotUrl)] = bot.Username is { } username ? $"https://t.me/{username}" : null,
    });
}
