using TelegramHls.Sandbox.Records;

namespace TelegramHls.Sandbox.Files;

/// <summary>What Telegram makes of an uploaded file by its type.</summary>
internal static class KindSniffer
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".mp4"] = "video/mp4",
        [".m4v"] = "video/mp4",
        [".mov"] = "video/quicktime",
        [".mkv"] = "video/x-matroska",
        [".webm"] = "video/webm",
        [".avi"] = "video/x-msvideo",
        [".ts"] = "video/mp2t",
        [".gif"] = "image/gif",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".png"] = "image/png",
        [".webp"] = "image/webp",
        [".mp3"] = "audio/mpeg",
        [".m4a"] = "audio/mp4",
        [".flac"] = "audio/flac",
        [".ogg"] = "audio/ogg",
        [".oga"] = "audio/ogg",
        [".txt"] = "text/plain",
        [".srt"] = "application/x-subrip",
        [".vtt"] = "text/vtt",
        [".json"] = "application/json",
        [".zip"] = "application/zip",
        [".pdf"] = "application/pdf",
    };

    /// <summary>By the name's extension, else what the sender said, else unknown bytes.</summary>
    public static string MimeOf(string? name, string? said)
    {
        if (Types.TryGetValue(Path.GetExtension(name ?? string.Empty), out string? type))
        {
            return type;
        }

        string bare = (said ?? string.Empty).Split(';')[0].Trim();
        return bare.Length > 0 && bare.Contains('/', StringComparison.Ordinal) ? bare : "application/octet-stream";
    }

    /// <summary>The kind a file sent as <paramref name="asked"/> ends up as.</summary>
    public static MediaKind KindOf(MediaKind asked, string mime, bool detect) => asked switch
    {
        MediaKind.Document when detect => mime switch
        {
            "image/gif" => MediaKind.Animation,
            "video/mp4" => MediaKind.Video,
            "audio/mpeg" or "audio/mp4" or "audio/flac" or "audio/ogg" => MediaKind.Audio,
            _ => MediaKind.Document,
        },
        MediaKind.Video when mime is not "video/mp4" => MediaKind.Document,
        MediaKind.Animation when mime is not ("video/mp4" or "image/gif") => MediaKind.Document,
        _ => asked,
    };
}
