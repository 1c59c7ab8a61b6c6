using System.Text.Json.Nodes;
using TelegramHls.Sandbox.Files;
using TelegramHls.Sandbox.Parsing;

namespace TelegramHls.Sandbox.Http;

/// <summary>Local mode: files that a call names by <c>file:///path</c>, read by the server itself.</summary>
internal static class FileUris
{
    private const string Prefix = "file:/";

    private static readonly string[] Fields =
        ["document", "video", "animation", "audio", "voice", "video_note", "photo", "thumbnail"];

    /// <summary>Takes each named file in as if it had been uploaded; it is found under its URI.</summary>
    public static async Task ReadAsync(Parameters parameters, FileStore files, CancellationToken ct)
    {
        IEnumerable<string> values = parameters.Values
            .Where(pair => Fields.Contains(pair.Key))
            .Select(pair => pair.Value)
            .Concat(InAlbum(parameters));
        foreach (string uri in values.Where(value => value.StartsWith(Prefix, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList())
        {
            string path = PathOf(uri);
            if (!File.Exists(path))
            {
                throw ApiFaultException.BadRequest("can't find real file path");
            }

            await using FileStream source = File.OpenRead(path);
            Upload upload = await files.ReceiveAsync(source, UploadLimits.None, ct);
            parameters.Files[uri] = upload with { Name = Path.GetFileName(path) };
        }
    }

    private static IEnumerable<string> InAlbum(Parameters parameters)
    {
        JsonNode? media = parameters.Json("media", "can't parse media JSON object");
        IEnumerable<JsonObject> items = media is JsonArray album ? album.OfType<JsonObject>()
            : media is JsonObject single ? [single]
            : [];
        return items.SelectMany(item => new[] { item["media"]?.ToString(), item["thumbnail"]?.ToString() }).OfType<string>();
    }

    private static string PathOf(string uri)
    {
        string rest = uri["file:".Length..];
        rest = rest.StartsWith("//localhost/", StringComparison.Ordinal) ? rest["//localhost".Length..]
            : rest.StartsWith("//", StringComparison.Ordinal) ? rest[2..]
            : rest;
        return Uri.UnescapeDataString(rest.StartsWith('/') ? rest : $"/{rest}");
    }
}
