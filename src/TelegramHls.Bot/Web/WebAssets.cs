using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace TelegramHls.Bot.Web;

/// <summary>Style sheets and scripts of the pages, embedded in the program, each under an address that changes with its content.</summary>
internal static class WebAssets
{
    private const string Prefix = "assets/";
    private const string IconPrefix = "icons/";
    private const int VersionLength = 12;

    private static readonly FrozenDictionary<string, Asset> All = Load(Prefix);
    private static readonly FrozenDictionary<string, string> Icons =
        Load(IconPrefix).ToFrozenDictionary(icon => icon.Key, icon => Encoding.UTF8.GetString(icon.Value.Content));

    /// <summary>The address of an asset for a page.</summary>
    public static string Url(string name) => $"/assets/{name}?v={All[name].Version}";

    /// <summary>The picture of an icon, as SVG to stand in a page.</summary>
    public static string Icon(string name) => Icons[$"{name}.svg"];

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
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (!context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
        {
            return Results.Bytes(asset.Content, asset.ContentType, entityTag: new EntityTagHeaderValue($"\"{asset.Version}\""));
        }

        context.Response.Headers.ContentEncoding = "gzip";
        return Results.Bytes(asset.Packed, asset.ContentType, entityTag: new EntityTagHeaderValue($"\"{asset.Version}-gzip\""));
    }

    private static FrozenDictionary<string, Asset> Load(string prefix)
    {
        Assembly assembly = typeof(WebAssets).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(resource => resource[prefix.Length..], resource => Read(assembly, resource));
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
        return new Asset(content, Pack(content), type, Convert.ToHexStringLower(SHA256.HashData(content))[..VersionLength]);
    }

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }

    private sealed record Asset(byte[] Content, byte[] Packed, string ContentType, string Version);
}
