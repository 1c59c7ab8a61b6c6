using System.Collections.Immutable;

namespace TelegramHls.Media.Fragments;

/// <summary>One <c>moof</c> and <c>mdat</c> of one track.</summary>
/// <param name="Track">Number of the track in the stream, from 1.</param>
/// <param name="Offset">First byte of the <c>moof</c>, counted from the start of the stored stream.</param>
/// <param name="Length">Bytes of <c>moof</c> and <c>mdat</c> together.</param>
/// <param name="DecodeTime">When its first sample is decoded, in units of the track's timescale.</param>
/// <param name="Duration">The durations of its samples together, in units of the track's timescale.</param>
/// <param name="StartsWithSync">True when its first sample is one that decoding can begin with.</param>
/// <param name="Runs">Its samples; empty in a fragment table, which leaves them out.</param>
public sealed record Fragment(
    int Track,
    long Offset,
    long Length,
    long DecodeTime,
    long Duration,
    bool StartsWithSync,
    ImmutableArray<SampleRun> Runs)
{
    /// <summary>The byte after its last one.</summary>
    public long End => Offset + Length;

    /// <summary>The same fragment without its samples.</summary>
    public Fragment WithoutSamples() => Runs.IsEmpty ? this : this with { Runs = [] };
}
