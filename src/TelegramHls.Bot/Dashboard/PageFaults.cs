using TelegramHls.Bot.Web;

namespace TelegramHls.Bot.Dashboard;

/// <summary>A fault while a page is made becomes a page that says so, in place of an answer for programs.</summary>
internal sealed class PageFaults(ILogger<PageFaults> logger) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (Exception error) when (!context.HttpContext.RequestAborted.IsCancellationRequested)
        {
            Log.PageFailed(logger, error);
            bool asked = HttpMethods.IsGet(context.HttpContext.Request.Method) || HttpMethods.IsHead(context.HttpContext.Request.Method);
            return PageResults.Message(
                StatusCodes.Status500InternalServerError,
                asked ? "This page could not be made" : "That did not work",
                asked
                    ? "The server's log says why. Films go on being taken in and served. Load the page again in a moment."
                    : "The server's log says why, and the audit how far it came. Go back and try it again.");
        }
    }
}
