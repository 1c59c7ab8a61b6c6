namespace TelegramHls.Bot.Web;

/// <summary>Headers that keep pages to themselves: no foreign script, no frame, no address in a referrer (it holds the key).</summary>
internal sealed class PageSecurity(RequestDelegate next)
{
    private const string PolicyWithStyles = "style-src 'self' 'unsafe-inline'; " + PolicyBut;
    private const string Policy = "style-src 'self'; " + PolicyBut;

    // hls.js runs its demuxer in a worker made from a blob, and feeds the video element through one; a track of
    // subtitles that it makes is at first an empty one inside of an address.
    private const string PolicyBut =
        "default-src 'none'; script-src 'self'; img-src 'self' data:; media-src 'self' blob: data:; "
        + "connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        // At the last moment: an answer that turns into a refusal is cleared before.
        context.Response.OnStarting(Secure, context);
        return next(context);
    }

    private static Task Secure(object state)
    {
        var context = (HttpContext)state;
        IHeaderDictionary headers = context.Response.Headers;

        // The player's controls (media-chrome) keep their style sheets in shadow trees, which the policy counts as inline. On
        // that page alone they are allowed: everything of strangers in it is encoded, and a style could send nothing anywhere,
        // since pictures and requests go to this server only. Scripts come from files everywhere.
        bool hasStylesInside = context.GetEndpoint()?.Metadata.GetMetadata<StylesInside>() is not null;
        headers.ContentSecurityPolicy = hasStylesInside ? PolicyWithStyles : Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        return Task.CompletedTask;
    }
}
