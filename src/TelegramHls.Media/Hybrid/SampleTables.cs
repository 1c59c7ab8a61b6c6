using TelegramHls.Media.Fragments;

namespace TelegramHls.Media.Hybrid;

/// <summary>Turns a track's fragments into the entries of classic sample tables, one entry at a time.</summary>
internal static class SampleTables
{
    /// <summary><c>stts</c>: how many samples in a row last how long. Gaps between fragments go into the sample before.</summary>
    public static IEnumerable<(uint Count, uint Value)> Times(IEnumerable<Fragment> fragments) => Pack(Durations(fragments));

    /// <summary><c>ctts</c>: how many samples in a row are shown how long after decoding.</summary>
    public static IEnumerable<(uint Count, uint Value)> Compositions(IEnumerable<Fragment> fragments) =>
        Pack(Samples(fragments).Select(sample => (uint)sample.CompositionOffset));

    /// <summary><c>stsc</c>: from which chunk on, counted from 1, a chunk has how many samples.</summary>
    public static IEnumerable<(uint FirstChunk, uint Samples)> ChunkGroups(IEnumerable<Fragment> fragments)
    {
        uint chunk = 0;
        uint last = 0;
        foreach (SampleRun run in Chunks(fragments))
        {
            chunk++;
            if ((uint)run.Samples.Length != last)
            {
                last = (uint)run.Samples.Length;
                yield return (chunk, last);
            }
        }
    }

    /// <summary><c>stco</c>: each run of samples is a chunk.</summary>
    public static IEnumerable<SampleRun> Chunks(IEnumerable<Fragment> fragments) =>
        fragments.SelectMany(fragment => fragment.Runs).Where(run => run.Samples.Length > 0);

    public static IEnumerable<Sample> Samples(IEnumerable<Fragment> fragments) =>
        Chunks(fragments).SelectMany(run => run.Samples);

    // Time stamps of fragments are the truth: a last sample lasts until the next fragment begins, whatever it says itself.
    private static IEnumerable<uint> Durations(IEnumerable<Fragment> fragments)
    {
        long time = -1;
        uint? held = null;
        foreach (Fragment fragment in fragments)
        {
            if (held is not null)
            {
                long until = Math.Clamp(fragment.DecodeTime - time, 0, uint.MaxValue);
                yield return (uint)until;
                time += until;
                held = null;
            }

            time = time < 0 ? fragment.DecodeTime : time;
            foreach (Sample sample in fragment.Runs.SelectMany(run => run.Samples))
            {
                if (held is { } before)
                {
                    yield return before;
                    time += before;
                }

                held = sample.Duration;
            }
        }

        if (held is { } final)
        {
            yield return final;
        }
    }

    private static IEnumerable<(uint Count, uint Value)> Pack(IEnumerable<uint> values)
    {
        uint count = 0;
        uint last = 0;
        foreach (uint value in values)
        {
            if (count > 0 && value != last)
            {
                yield return (count, last);
                count = 0;
            }

            last = value;
            count++;
        }

        if (count > 0)
        {
            yield return (count, last);
        }
    }
}
