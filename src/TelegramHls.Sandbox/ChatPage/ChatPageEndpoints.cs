using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace TelegramHls.Sandbox.ChatPage;

/// <summary>The chat page at <c>/</c> and its assets, under a path that changes with their content.</summary>
internal static class ChatPageEndpoints
{
    // Trusted types: no text of a message or a file name can become markup, whatever a script here does wrong.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src 'self' blob:; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        + "require-trusted-types-for 'script'; trusted-types 'none'";

    public static void MapTo(IEndpointRouteBuilder app)
    {
        PageAssets assets = PageAssets.Embedded;
        app.MapGet("/", context =>
        {
            context.Response.Headers.ContentSecurityPolicy = Policy;
            context.Response.Headers.CacheControl = "no-cache";
            return SendAsync(context, assets.Page);
        });
        app.MapGet($"/chat/{assets.Version}/{{**name}}", context =>
        {
            if (assets.Find((string)context.GetRouteValue("name")!) is not { } asset)
            {
                context.Response.StatusCode = 404;
                return Task.CompletedTask;
            }

            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return SendAsync(context, asset);
        });
    }

    private static Task SendAsync(HttpContext context, PageAsset asset)
    {
        context.Response.ContentType = asset.ContentType;
        context.Response.ContentLength = asset.Content.Length;
        return context.Response.Body.WriteAsync(asset.Content, context.RequestAborted).AsTask();
    }
}
