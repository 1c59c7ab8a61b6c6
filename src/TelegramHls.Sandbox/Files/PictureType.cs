namespace TelegramHls.Sandbox.Files;

/// <summary>The type of a picture by its first bytes, as it was sent without a name.</summary>
internal static class PictureType
{
    private const int Longest = 12;

    public static string Of(string path)
    {
        Span<byte> bytes = stackalloc byte[Longest];
        using FileStream file = File.OpenRead(path);
        ReadOnlySpan<byte> head = bytes[..file.ReadAtLeast(bytes, Longest, throwOnEndOfStream: false)];
        return head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
            : head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) ? "image/png"
            : head.StartsWith("GIF8"u8) ? "image/gif"
            : head.Length == Longest && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8) ? "image/webp"
            : "application/octet-stream";
    }
}
