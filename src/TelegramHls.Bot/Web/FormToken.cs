using Microsoft.AspNetCore.Antiforgery;

namespace TelegramHls.Bot.Web;

/// <summary>Forms that change something carry a token of ours (<c>AntiforgeryToken</c> in the page), which other sites cannot know.</summary>
internal static class FormToken
{
    /// <summary>Refuses posts without it, with a page that says what to do.</summary>
    public static RouteHandlerBuilder RequireFormToken(this RouteHandlerBuilder route) => route.AddEndpointFilter(async (context, next) =>
    {
        IAntiforgery antiforgery = context.HttpContext.RequestServices.GetRequiredService<IAntiforgery>();
        return await antiforgery.IsRequestValidAsync(context.HttpContext)
            ? await next(context)
            : PageResults.Message(
                StatusCodes.Status400BadRequest,
                "Nothing was done",
                "This form is too old, or did not come from a page of this server. Go back, load the page again and repeat it.");
    });
}
