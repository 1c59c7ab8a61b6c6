using TelegramHls.Media.Fragments;

namespace TelegramHls.Media.Hybrid;

/// <summary>How many entries each sample table of a track will have; found in a first pass over its samples.</summary>
internal sealed class TrackCounts : SampleTables
{
    private long _time;

    public uint Samples { get; private set; }

    public uint Chunks { get; private set; }

    public uint ChunkGroups { get; private set; }

    public uint Times { get; private set; }

    public uint Compositions { get; private set; }

    public uint SyncSamples { get; private set; }

    public bool HasCompositions { get; private set; }

    public bool HasNegativeCompositions { get; private set; }

    /// <summary>When the first sample is decoded.</summary>
    public long Start { get; private set; } = -1;

    /// <summary>From the first sample's decoding to the end of the last one.</summary>
    public long Duration { get; private set; }

    /// <summary>When the sample shown first is shown.</summary>
    public long First { get; private set; } = long.MaxValue;

    /// <summary>When the sample shown last has been shown.</summary>
    public long End { get; private set; }

    public bool AllSync => SyncSamples == Samples;

    /// <inheritdoc />
    public override void BeginFragment(long decodeTime)
    {
        base.BeginFragment(decodeTime);
        Start = Start < 0 ? decodeTime : Start;
        _time = decodeTime;
    }

    /// <inheritdoc />
    public override void Visit(Sample sample)
    {
        base.Visit(sample);
        long shown = _time + sample.CompositionOffset;
        HasCompositions |= sample.CompositionOffset != 0;
        HasNegativeCompositions |= sample.CompositionOffset < 0;
        First = Math.Min(First, shown);
        End = Math.Max(End, shown + sample.Duration);
        _time += sample.Duration;
    }

    /// <inheritdoc />
    protected override void Time(uint count, uint duration)
    {
        Times++;
        Duration += count * (long)duration;
    }

    /// <inheritdoc />
    protected override void Composition(uint count, uint offset) => Compositions++;

    /// <inheritdoc />
    protected override void Sync(uint number) => SyncSamples++;

    /// <inheritdoc />
    protected override void Size(uint bytes) => Samples++;

    /// <inheritdoc />
    protected override void ChunkGroup(uint first, uint samples) => ChunkGroups++;

    /// <inheritdoc />
    protected override void Chunk(long dataOffset) => Chunks++;
}
