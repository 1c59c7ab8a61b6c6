using Microsoft.AspNetCore.Http;
using TelegramHls.Sandbox.Files;
using TelegramHls.Sandbox.Records;

namespace TelegramHls.Sandbox.People;

/// <summary>
/// The bytes of a message's file, whole or by range. What a browser plays or shows without running it keeps its type;
/// everything else is an attachment of unknown bytes, since files come from strangers and this origin may act as the person.
/// </summary>
internal static class FileAnswer
{
    private static readonly string[] Pictures = ["image/jpeg", "image/png", "image/gif", "image/webp"];

    public static Task SendAsync(HttpContext context, DocumentRecord document, string path, bool download)
    {
        string mime = document.Picture ? PictureType.Of(path) : KindSniffer.MimeOf(document.Name, document.Mime);
        bool harmless = mime.StartsWith("video/", StringComparison.Ordinal)
            || mime.StartsWith("audio/", StringComparison.Ordinal)
            || Pictures.Contains(mime, StringComparer.Ordinal);
        return TypedResults.PhysicalFile(
            path,
            harmless ? mime : "application/octet-stream",
            harmless && !download ? null : document.Name ?? NameOf(mime),
            entityTag: new Microsoft.Net.Http.Headers.EntityTagHeaderValue($"\"{document.Sha256}\""),
            enableRangeProcessing: true).ExecuteAsync(context);
    }

    private static string NameOf(string mime) => Pictures.Contains(mime, StringComparer.Ordinal)
        ? $"photo.{mime["image/".Length..]}"
        : "file";
}
