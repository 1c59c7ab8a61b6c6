using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace TelegramHls.Media.Planning;

/// <summary>Everything that decides the bytes of a packaged film, frozen before the first of them is made.</summary>
/// <param name="Schema">Version of this record; <see cref="CurrentSchema"/> when written by this program.</param>
/// <param name="FFmpegVersion">The ffmpeg that the plan was made for; another one may write other bytes.</param>
/// <param name="Tracks">The tracks in the order of the packaged stream: video first, then audio.</param>
/// <param name="Duration">How long the source plays; null when unknown.</param>
/// <param name="Offset">Added to all time stamps so that none is negative.</param>
/// <param name="Threads">Threads of each decoder and encoder: their number changes what an encoder writes.</param>
/// <param name="FragmentDuration">The longest a fragment may be.</param>
/// <param name="SegmentTarget">How long an HLS segment should be.</param>
/// <param name="TargetDuration">The <c>EXT-X-TARGETDURATION</c> of all playlists, in seconds; no segment is longer.</param>
/// <param name="Notes">Sentences for the person who sent the film: what was left out and why.</param>
/// <param name="Promised">How long the film is to be as its header says; null where the duration was found by looking at the end.</param>
public sealed record PackagePlan(
    int Schema,
    string FFmpegVersion,
    ImmutableArray<PlannedTrack> Tracks,
    TimeSpan? Duration,
    TimeSpan Offset,
    int Threads,
    TimeSpan FragmentDuration,
    TimeSpan SegmentTarget,
    int TargetDuration,
    ImmutableArray<string> Notes,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TimeSpan? Promised = null)
{
    /// <summary>
    /// The version of this record that this program writes. Version 1 could not encode, version 2 had each sound once, version 3 knew no
    /// hardware, version 4 not what the header promises; they are read as they were.
    /// </summary>
    public const int CurrentSchema = 5;
}
