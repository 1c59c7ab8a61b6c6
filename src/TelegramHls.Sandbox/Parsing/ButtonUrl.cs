using System.Net;

namespace TelegramHls.Sandbox.Parsing;

/// <summary>Which links Telegram takes on buttons and in texts: the host is dotted or an address.</summary>
internal static class ButtonUrl
{
    /// <summary>The link with its scheme, and a path; null when refused.</summary>
    public static string? Check(string url)
    {
        url = url.Trim();
        if (url.StartsWith("tg://", StringComparison.OrdinalIgnoreCase))
        {
            return url;
        }

        string full = url.Contains("://", StringComparison.Ordinal) ? url : $"http://{url}";
        if (!Uri.TryCreate(full, UriKind.Absolute, out Uri? uri)
            || uri.Scheme is not ("http" or "https")
            || url.Any(char.IsWhiteSpace)
            || !HostPasses(uri))
        {
            return null;
        }

        int path = full.IndexOfAny(['/', '?', '#'], full.IndexOf("://", StringComparison.Ordinal) + 3);
        return path < 0 ? full + "/" : full[path] == '/' ? full : full.Insert(path, "/");
    }

    private static bool HostPasses(Uri uri) =>
        uri.HostNameType is UriHostNameType.IPv6
        || IPAddress.TryParse(uri.Host, out _)
        || (uri.Host.Trim('.').Contains('.', StringComparison.Ordinal) && uri.Host.Length <= 255);
}
