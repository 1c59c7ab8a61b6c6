using System.Net;
using Microsoft.AspNetCore.Http;

namespace TelegramHls.Sandbox.Http;

/// <summary>
/// Keeps foreign websites out: their scripts run on this machine, in the person's browser, where a loopback address is
/// within reach. Clients that are no browser send neither Origin nor Sec-Fetch-Site and pass.
/// </summary>
internal static class SiteGate
{
    /// <summary>Refuses a host name that only resolves to this machine (DNS rebinding): the browser takes it for the same site.</summary>
    public static void RequireLoopbackName(HttpRequest request)
    {
        string host = request.Host.Host;
        bool loopback = host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));
        if (!loopback)
        {
            throw ApiFaultException.Forbidden("the sandbox answers only to the names of this machine itself, such as 127.0.0.1");
        }
    }

    /// <summary>Refuses what a page of another origin sends, also one of another port.</summary>
    public static void RequireOwnOrigin(HttpRequest request)
    {
        string site = request.Headers["Sec-Fetch-Site"].ToString();
        string origin = request.Headers.Origin.ToString();
        if (site is not ("" or "same-origin" or "none")
            || (origin.Length > 0 && !origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)))
        {
            throw ApiFaultException.Forbidden("a foreign website may not act as the person");
        }
    }
}
