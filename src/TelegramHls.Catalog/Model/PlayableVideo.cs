using System.Collections.Immutable;

namespace TelegramHls.Catalog.Model;

/// <summary>What playback needs to know of the video behind a share link.</summary>
/// <param name="Video">The video; its state says which links work.</param>
/// <param name="FileVersion">Version of the stored file; 0 while there is none.</param>
/// <param name="FileLength">Bytes of the stored file; 0 until it is complete.</param>
/// <param name="FileSha256">SHA-256 of the stored file, 64 lower-case hex digits; null until it is complete.</param>
/// <param name="Tracks">In the order in which they were given. Empty before publishing.</param>
public sealed record PlayableVideo(
    Video Video, int FileVersion, long FileLength, string? FileSha256, ImmutableArray<VideoTrack> Tracks)
{
    /// <summary>True once every link works.</summary>
    public bool IsReady => Video is { State: VideoState.Ready, File: not null };
}
