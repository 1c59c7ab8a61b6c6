using System.Collections.Immutable;
using System.Text.Json;

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

    private const int MaxTracks = 256;
    private const int MaxTarget = 3600;
    private static readonly TimeSpan LongestOffset = TimeSpan.FromDays(1);

    /// <summary>The track of that id (<c>v0</c>, <c>a0</c> …), or null.</summary>
    public PackagedTrack? Find(string id) =>
        Tracks.FirstOrDefault(track => string.Equals(track.Plan.Id, id, StringComparison.Ordinal));

    /// <summary>Reads the JSON of a header and checks what everything that uses it relies on.</summary>
    /// <exception cref="InvalidDataException">It is no header, one of another version, or one that no run of ours wrote.</exception>
    internal static PackageHeader Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<PackageHeader>(json) is { } header && header.IsSound()
                ? header
                : throw new InvalidDataException("The header is of another version.");
        }
        catch (Exception fault) when (fault is JsonException or FormatException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException("The header is damaged.", fault);
        }
    }

    private bool IsSound() =>
        Schema == CurrentSchema
        && Length is >= 0 and < long.MaxValue / 4
        && Offset >= TimeSpan.Zero && Offset < LongestOffset
        && SegmentTarget > TimeSpan.Zero && SegmentTarget.TotalSeconds <= MaxTarget
        && TargetDuration is > 0 and <= MaxTarget
        && Tracks is { IsDefaultOrEmpty: false, Length: <= MaxTracks }
        && Tracks.All(IsSound)
        && Tracks.DistinctBy(track => track.Number).Count() == Tracks.Length
        && Tracks.DistinctBy(track => track.Plan.Id, StringComparer.Ordinal).Count() == Tracks.Length;

    private static bool IsSound(PackagedTrack? track) =>
        track is { Number: > 0, Timescale: > 0, Codecs: not null, Plan: { Id: not null, Codec: not null } };
}
