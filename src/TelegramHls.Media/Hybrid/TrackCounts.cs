using TelegramHls.Media.Fragments;

namespace TelegramHls.Media.Hybrid;

/// <summary>How many entries each sample table of a track will have; found in a first pass over its samples.</summary>
internal sealed class TrackCounts
{
    public long Samples { get; private set; }

    public uint Chunks { get; private set; }

    public uint ChunkGroups { get; private set; }

    public uint Times { get; private set; }

    public uint Compositions { get; private set; }

    public uint SyncSamples { get; private set; }

    public bool HasCompositions { get; private set; }

    public bool HasNegativeCompositions { get; private set; }

    /// <summary>When the first sample is decoded.</summary>
    public long Start { get; private set; }

    /// <summary>From the first sample's decoding to the end of the last one.</summary>
    public long Duration { get; private set; }

    /// <summary>When the sample shown first is shown.</summary>
    public long First { get; private set; } = long.MaxValue;

    /// <summary>When the sample shown last has been shown.</summary>
    public long End { get; private set; }

    public bool AllSync => SyncSamples == Samples;

    public static TrackCounts Of(Func<IEnumerable<Fragment>> read)
    {
        var counts = new TrackCounts { Start = -1 };
        foreach (Fragment fragment in read())
        {
            counts.Start = counts.Start < 0 ? fragment.DecodeTime : counts.Start;
            long time = fragment.DecodeTime;
            foreach (SampleRun run in fragment.Runs.Where(run => run.Samples.Length > 0))
            {
                counts.Chunks++;
                foreach (Sample sample in run.Samples)
                {
                    counts.Add(sample, time);
                    time += sample.Duration;
                }
            }
        }

        if (counts.Samples is 0 or > uint.MaxValue)
        {
            throw new InvalidDataException($"A track of {counts.Samples} samples.");
        }

        counts.Times = (uint)SampleTables.Times(read()).Count();
        counts.Compositions = (uint)SampleTables.Compositions(read()).Count();
        counts.ChunkGroups = (uint)SampleTables.ChunkGroups(read()).Count();
        counts.Duration = SampleTables.Times(read()).Sum(entry => entry.Count * (long)entry.Value);
        return counts;
    }

    private void Add(Sample sample, long time)
    {
        Samples++;
        SyncSamples += sample.IsSync ? 1u : 0u;
        HasCompositions |= sample.CompositionOffset != 0;
        HasNegativeCompositions |= sample.CompositionOffset < 0;
        First = Math.Min(First, time + sample.CompositionOffset);
        End = Math.Max(End, time + sample.CompositionOffset + sample.Duration);
    }
}
