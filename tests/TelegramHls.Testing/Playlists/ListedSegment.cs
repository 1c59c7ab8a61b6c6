namespace TelegramHls.Testing.Playlists;

/// <summary>A segment of a media playlist.</summary>
/// <param name="Uri">As the playlist says it.</param>
/// <param name="Seconds">Its <c>EXTINF</c>.</param>
/// <param name="IsDiscontinuity">True when nothing needs to fit to the segment before.</param>
public sealed record ListedSegment(string Uri, double Seconds, bool IsDiscontinuity);
