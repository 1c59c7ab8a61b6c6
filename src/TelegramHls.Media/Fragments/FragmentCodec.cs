using System.Collections.Immutable;

namespace TelegramHls.Media.Fragments;

/// <summary>Writes a fragment in few bytes: numbers of 7 bits a byte, about 6 bytes a sample.</summary>
internal static class FragmentCodec
{
    // More samples than a box of the largest size that the scanner takes can list.
    private const int MaxSamples = 4_000_000;

    // Bytes that a run without samples and a sample take at least.
    private const int LeastRun = 2;
    private const int LeastSample = 3;

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
        Fragment head = ReadHead(ref reader, out int count);
        if (count == 0)
        {
            return head;
        }

        var runs = ImmutableArray.CreateBuilder<SampleRun>(count);
        for (int i = 0; i < count; i++)
        {
            long data = ReadRun(ref reader, head.Offset, out int length);
            var samples = ImmutableArray.CreateBuilder<Sample>(length);
            for (int j = 0; j < length; j++)
            {
                samples.Add(ReadSample(ref reader));
            }

            runs.Add(new SampleRun(data, samples.MoveToImmutable()));
        }

        return head with { Runs = runs.MoveToImmutable() };
    }

    /// <summary>Shows a fragment's samples one by one; none is kept in memory.</summary>
    /// <exception cref="InvalidDataException">The bytes are no fragment of that track.</exception>
    public static void Visit(NumberReader reader, int track, ISampleVisitor visitor)
    {
        Fragment head = ReadHead(ref reader, out int count);
        if (head.Track != track)
        {
            throw new InvalidDataException($"A fragment of track {head.Track} among those of track {track}.");
        }

        visitor.BeginFragment(head.DecodeTime);
        for (int i = 0; i < count; i++)
        {
            long data = ReadRun(ref reader, head.Offset, out int length);
            visitor.BeginRun(data, length);
            for (int j = 0; j < length; j++)
            {
                visitor.Visit(ReadSample(ref reader));
            }
        }
    }

    private static Fragment ReadHead(ref NumberReader reader, out int runs)
    {
        var head = new Fragment(
            reader.Int(), reader.Long(), reader.Long(), reader.Long(), reader.Long(), reader.Unsigned() != 0, []);
        runs = Bounded(reader.Int(), reader.Remaining, LeastRun);
        return head;
    }

    private static long ReadRun(ref NumberReader reader, long offset, out int samples)
    {
        long data = offset + reader.Long();
        samples = Bounded(reader.Int(), reader.Remaining, LeastSample);
        return data;
    }

    private static Sample ReadSample(ref NumberReader reader)
    {
        ulong size = reader.Unsigned();
        return size >> 1 <= uint.MaxValue
            ? new Sample((uint)(size >> 1), reader.UInt(), reader.Signed(), (size & 1) != 0)
            : throw new InvalidDataException("A sample is too large.");
    }

    // A count that needs more bytes than are left is a lie.
    private static int Bounded(int count, int remaining, int least) =>
        count <= Math.Min(remaining / least, MaxSamples) ? count : throw new InvalidDataException($"A count of {count}.");
}
