using System.Net;
using TelegramHls.Bot.Hosting;

namespace TelegramHls.Bot.Access.SignIn;

/// <summary>How our cookies are set, and whether a browser reaches us by a connection that nobody reads along.</summary>
internal sealed class SignInCookie(PublicUrl publicUrl)
{
    private readonly Uri _public = new(publicUrl.Value);

    /// <summary>Makes cookies of that name: not for scripts, not for other sites' forms, over safe connections alone where there is one.</summary>
    public CookieBuilder Named(string name) => new Builder(this)
    {
        Name = name,
        HttpOnly = true,
        Path = "/",
        IsEssential = true,

        // Not Strict: a link in the chat to a job's page is a way from another site, and has to find its owner signed in. Nothing
        // changes by such a GET.
        SameSite = SameSiteMode.Lax,
    };

    /// <summary>
    /// True when the browser came by https, or reaches this very machine (which browsers trust as https). The proxy in front that
    /// ends https is known by the operator's own <c>Server:PublicUrl</c>, not by headers that anybody can send: whoever claims its
    /// name over plain http only gets a cookie that the browser will not send.
    /// </summary>
    public bool IsSafe(HttpRequest request) =>
        request.IsHttps || IsThisMachine(request.Host.Host) || (_public.Scheme == Uri.UriSchemeHttps && IsPublic(request.Host));

    private static bool IsThisMachine(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address));

    private bool IsPublic(HostString host) =>
        string.Equals(host.Host, _public.Host, StringComparison.OrdinalIgnoreCase) && (host.Port ?? _public.Port) == _public.Port;

    private sealed class Builder(SignInCookie cookie) : CookieBuilder
    {
        public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
        {
            CookieOptions options = base.Build(context, expiresFrom);
            options.Secure = cookie.IsSafe(context.Request);
            return options;
        }
    }
}
