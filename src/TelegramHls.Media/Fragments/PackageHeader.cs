using System.Collections.Immutable;

namespace TelegramHls.Media.Fragments;

/// <summary>What stands before the first fragment of a stored stream.</summary>
/// <param name="Schema">Version of this record; <see cref="CurrentSchema"/> when written by this program.</param>
/// <param name="Length">Bytes of <c>ftyp</c> and <c>moov</c>; the first fragment begins there.</param>
/// <param name="Offset">Where the source's beginning lies in the time of the stored stream; packets that only serve the
/// decoder lie before it.</param>
/// <param name="SegmentTarget">How long an HLS segment should be, as planned.</param>
/// <param name="TargetDuration"><c>EXT-X-TARGETDURATION</c> in seconds, as planned.</param>
/// <param name="Tracks">The tracks in the order of their numbers.</param>
public sealed record PackageHeader(
    int Schema,
    long Length,
    TimeSpan Offset,
    TimeSpan SegmentTarget,
    int TargetDuration,
    ImmutableArray<PackagedTrack> Tracks)
{
    /// <summary>The version of this record that this program writes.</summary>
    public const int CurrentSchema = 1;

    /// <summary>The track of that id (<c>v0</c>, <c>a0</c> …), or null.</summary>
    public PackagedTrack? Find(string id) =>
        Tracks.FirstOrDefault(track => string.Equals(track.Plan.Id, id, StringComparison.Ordinal));
}
