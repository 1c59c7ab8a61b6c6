using System.Collections.Immutable;
using TelegramHls.Media.Fragments;

namespace TelegramHls.Media.Boxes;

/// <summary>Reads a <c>trun</c> (ISO/IEC 14496-12, 8.8.8).</summary>
internal static class TrackRun
{
    private const uint HasDataOffset = 0x1;
    private const uint HasFirstFlags = 0x4;
    private const uint HasDuration = 0x100;
    private const uint HasSize = 0x200;
    private const uint HasFlags = 0x400;
    private const uint HasComposition = 0x800;
    private const uint NonSync = 0x1_0000;

    // Samples that are all alike take no bytes in the run. A second of sound in packets of one size has some hundred.
    private const int MaxAlike = 10_000;

    public static SampleRun Read(Box box, ref TrackState state, int maxSamples)
    {
        var reader = new ByteReader(box.Body);
        uint flags = reader.U32() & 0xFF_FFFF;
        uint count = reader.U32();
        if (count > maxSamples - state.Samples)
        {
            throw new InvalidDataException($"A fragment of {count} samples.");
        }

        long data = (flags & HasDataOffset) != 0
            ? state.DataBase + (int)reader.U32()
            : state.NextData ?? state.DataBase;
        uint? firstFlags = (flags & HasFirstFlags) != 0 ? reader.U32() : null;
        int width = 4 * System.Numerics.BitOperations.PopCount(flags & (HasDuration | HasSize | HasFlags | HasComposition));
        if (width > 0 ? count * (long)width > reader.Remaining : count > MaxAlike - Math.Min(state.Samples, MaxAlike))
        {
            throw new InvalidDataException("A run claims more samples than it lists.");
        }

        var samples = ImmutableArray.CreateBuilder<Sample>((int)count);
        long end = data;
        for (int i = 0; i < count; i++)
        {
            Sample sample = ReadSample(ref reader, flags, state.Defaults, i == 0 ? firstFlags : null);
            end += sample.Size;
            state.Duration += sample.Duration;
            samples.Add(sample);
        }

        state.Samples += (int)count;
        state.NextData = end;
        return new SampleRun(data, samples.MoveToImmutable());
    }

    private static Sample ReadSample(ref ByteReader reader, uint flags, SampleDefaults defaults, uint? firstFlags)
    {
        uint duration = (flags & HasDuration) != 0 ? reader.U32() : defaults.Duration;
        uint size = (flags & HasSize) != 0 ? reader.U32() : defaults.Size;
        uint own = (flags & HasFlags) != 0 ? reader.U32() : firstFlags ?? defaults.Flags;
        // Version 0 counts unsigned, version 1 signed; offsets above 2^31 do not occur in either.
        int composition = (flags & HasComposition) != 0 ? (int)reader.U32() : 0;
        return new Sample(size, duration, composition, (own & NonSync) == 0);
    }
}
