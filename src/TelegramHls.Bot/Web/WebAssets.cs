using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace TelegramHls.Bot.Web;

/// <summary>Style sheets and scripts of the pages, embedded in the program, each under an address that changes with its content.</summary>
internal static class WebAssets
{
    private const string Prefix = "assets/";
    private const int VersionLength = 12;

    private static readonly FrozenDictionary<string, Asset> All = Load();

    /// <summary>The address of an asset for a page.</summary>
    public static string Url(string name) => $"/assets/{name}?v={All[name].Version}";

    public static void MapWebAssets(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/assets/{name}", [HttpMethods.Get, HttpMethods.Head], Serve);

    private static IResult Serve(string name, string? v, HttpContext context)
    {
        if (!All.TryGetValue(name, out Asset? asset))
        {
            return Results.Problem(statusCode: StatusCodes.Status404NotFound);
        }

        context.Response.Headers.CacheControl =
            v == asset.Version ? "public, max-age=31536000, immutable" : "public, max-age=60";
        return Results.Bytes(asset.Content, asset.ContentType, entityTag: new EntityTagHeaderValue($"\"{asset.Version}\""));
    }

    private static FrozenDictionary<string, Asset> Load()
    {
        Assembly assembly = typeof(WebAssets).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(resource => resource[Prefix.Length..], resource => Read(assembly, resource));
    }

    private static Asset Read(Assembly assembly, string resource)
    {
        using Stream stream = assembly.GetManifestResourceStream(resource)!;
        byte[] content = new byte[stream.Length];
        stream.ReadExactly(content);
        string type = Path.GetExtension(resource) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            _ => "text/plain; charset=utf-8",
        };
        return new Asset(content, type, Convert.ToHexStringLower(SHA256.HashData(content))[..VersionLength]);
    }

    private sealed record Asset(byte[] Content, string ContentType, string Version);
}
