namespace TelegramHls.Bot.Web;

/// <summary>Headers that keep pages to themselves: no foreign script, no frame, no address in a referrer (it holds the key).</summary>
internal sealed class PageSecurity(RequestDelegate next)
{
    // hls.js runs its demuxer in a worker made from a blob, and feeds the video element through one.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self' blob:; "
        + "connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        // At the last moment: an answer that turns into a refusal is cleared before.
        context.Response.OnStarting(Secure, context.Response.Headers);
        return next(context);
    }

    private static Task Secure(object state)
    {
        var headers = (IHeaderDictionary)state;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        return Task.CompletedTask;
    }
}
