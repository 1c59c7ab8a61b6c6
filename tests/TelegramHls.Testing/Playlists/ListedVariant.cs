namespace TelegramHls.Testing.Playlists;

/// <summary>An <c>EXT-X-STREAM-INF</c> of a master playlist with its URI.</summary>
public sealed record ListedVariant(
    string Uri, long Bandwidth, long? AverageBandwidth, string[] Codecs, (int Width, int Height)? Resolution, double? FrameRate, string? VideoRange,
    string? Audio, string? Subtitles);
