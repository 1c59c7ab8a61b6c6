using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using TelegramHls.Bot.Web.Pages;

namespace TelegramHls.Bot.Web;

/// <summary>Answers that are pages.</summary>
internal static class PageResults
{
    public static RazorComponentResult<TPage> Of<TPage>(
        Dictionary<string, object?> parameters, int statusCode = StatusCodes.Status200OK)
        where TPage : IComponent =>
        new(parameters) { StatusCode = statusCode, PreventStreamingRendering = true };

    public static RazorComponentResult<MessagePage> Message(int statusCode, string heading, string explanation) =>
        Of<MessagePage>(
            new()
            {
                [nameof(MessagePage.Heading)] = heading,
                [nameof(MessagePage.Explanation)] = explanation,
            },
            statusCode);
}
