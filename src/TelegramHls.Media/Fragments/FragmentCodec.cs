using System.Collections.Immutable;

namespace TelegramHls.Media.Fragments;

/// <summary>Writes a fragment in few bytes: numbers of 7 bits a byte, about 6 bytes a sample.</summary>
internal static class FragmentCodec
{
    // More samples than a box of the largest size that the scanner takes can list.
    private const int MaxSamples = 4_000_000;

    /// <param name="writer">Where to write.</param>
    /// <param name="fragment">What to write.</param>
    /// <param name="withSamples">False leaves the runs out.</param>
    public static void Write(NumberWriter writer, Fragment fragment, bool withSamples)
    {
        writer.Unsigned((ulong)fragment.Track);
        writer.Unsigned((ulong)fragment.Offset);
        writer.Unsigned((ulong)fragment.Length);
        writer.Unsigned((ulong)fragment.DecodeTime);
        writer.Unsigned((ulong)fragment.Duration);
        writer.Unsigned(fragment.StartsWithSync ? 1u : 0u);
        writer.Unsigned(withSamples ? (ulong)fragment.Runs.Length : 0);
        foreach (SampleRun run in withSamples ? fragment.Runs : [])
        {
            writer.Unsigned((ulong)(run.DataOffset - fragment.Offset));
            writer.Unsigned((ulong)run.Samples.Length);
            foreach (Sample sample in run.Samples)
            {
                writer.Unsigned(((ulong)sample.Size << 1) | (sample.IsSync ? 1u : 0u));
                writer.Unsigned(sample.Duration);
                writer.Signed(sample.CompositionOffset);
            }
        }
    }

    /// <exception cref="InvalidDataException">The bytes are no fragment.</exception>
    public static Fragment Read(ref NumberReader reader)
    {
        int track = reader.Int();
        long offset = reader.Long();
        long length = reader.Long();
        long time = reader.Long();
        long duration = reader.Long();
        bool sync = reader.Unsigned() != 0;
        int count = Bounded(reader.Int(), reader.Remaining);
        var runs = ImmutableArray.CreateBuilder<SampleRun>(count);
        for (int i = 0; i < count; i++)
        {
            runs.Add(ReadRun(ref reader, offset));
        }

        return new Fragment(track, offset, length, time, duration, sync, runs.MoveToImmutable());
    }

    private static SampleRun ReadRun(ref NumberReader reader, long offset)
    {
        long data = offset + reader.Long();
        int count = Bounded(reader.Int(), reader.Remaining);
        var samples = ImmutableArray.CreateBuilder<Sample>(count);
        for (int i = 0; i < count; i++)
        {
            ulong size = reader.Unsigned();
            samples.Add(new Sample((uint)(size >> 1), (uint)reader.Unsigned(), reader.Signed(), (size & 1) != 0));
        }

        return new SampleRun(data, samples.MoveToImmutable());
    }

    // Each item takes at least a byte, so a count that is larger than what is left is a lie.
    private static int Bounded(int count, int remaining) =>
        count <= Math.Min(remaining, MaxSamples) ? count : throw new InvalidDataException($"A count of {count}.");
}
