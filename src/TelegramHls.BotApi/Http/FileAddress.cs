namespace Telegram.Bot.Http;

/// <summary>Paths that <c>getFile</c> names.</summary>
internal static class FileAddress
{
    /// <summary>True for a path on the server's own disk: <c>/…</c>, <c>\\…</c>, <c>C:\…</c>.</summary>
    public static bool IsRooted(string filePath) =>
        filePath[0] is '/' or '\\'
        || (filePath.Length > 2 && char.IsAsciiLetter(filePath[0]) && filePath[1] == ':' && filePath[2] is '/' or '\\');

    public static string Of(string baseFileUrl, string filePath) =>
        $"{baseFileUrl}/{string.Join('/', filePath.Split('/').Select(Uri.EscapeDataString))}";
}
