using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;

namespace TelegramHls.Sandbox.Http;

/// <summary>Sends the Bot API's own addresses to their endpoints, all else on to the routes, with headers for browsers.</summary>
internal sealed class FrontDoor(Emulator emulator)
{
    private readonly BotEndpoint _bots = new(emulator);
    private readonly FileEndpoint _files = new(emulator);

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        string path = context.Request.Path.Value ?? string.Empty;
        if (path.StartsWith("/bot", StringComparison.Ordinal))
        {
            if (!(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsPost(context.Request.Method)))
            {
                context.Response.StatusCode = 501;
                return;
            }

            await _bots.HandleAsync(context, path["/bot".Length..]);
        }
        else if (path.StartsWith("/file/bot", StringComparison.Ordinal))
        {
            await _files.HandleAsync(context, path["/file/bot".Length..]);
        }
        else
        {
            await OthersAsync(context, next);
        }
    }

    private async Task OthersAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            SiteGate.RequireLoopbackName(context.Request);
            if (IsApi(context.Request.Path))
            {
                SiteGate.RequireOwnOrigin(context.Request);
            }

            Secure(context.Response.Headers);
            await next(context);
        }
        catch (ApiFaultException fault)
        {
            await Answers.FaultAsync(context, fault);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller hung up.
        }
        catch (Exception fault) when (fault is BadHttpRequestException or ConnectionResetException)
        {
            // The caller hung up in the middle of its body.
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            Log.RequestFailed(emulator.Log, context.GetEndpoint()?.DisplayName ?? "unknown", fault);
            await Answers.FaultAsync(context, new ApiFaultException(500, string.Empty));
        }

        if (context.Response is { StatusCode: 404, HasStarted: false })
        {
            await Answers.FaultAsync(context, new ApiFaultException(404, string.Empty));
        }
    }

    private static bool IsApi(PathString path) =>
        path.StartsWithSegments("/person", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/hooks", StringComparison.OrdinalIgnoreCase);

    /// <summary>Nothing here runs, is framed or is guessed to be of another type; the page alone loosens this for itself.</summary>
    private static void Secure(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }
}
