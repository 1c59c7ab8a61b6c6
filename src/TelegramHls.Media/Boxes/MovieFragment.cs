using System.Collections.Immutable;
using TelegramHls.Media.Fragments;

namespace TelegramHls.Media.Boxes;

/// <summary>Reads a <c>moof</c> of one track (ISO/IEC 14496-12, 8.8).</summary>
internal static class MovieFragment
{
    // A fragment lasts about a second. Samples that take no bytes in the table must not let a count allocate freely.
    private const int MaxSamples = 200_000;

    /// <summary>The fragment, its length still that of the <c>moof</c> alone.</summary>
    /// <param name="moof">The whole box.</param>
    /// <param name="offset">Where it begins in the stream.</param>
    /// <param name="defaults">Of each track, by number.</param>
    /// <exception cref="InvalidDataException">It is malformed, or of more than one track.</exception>
    public static Fragment Read(ReadOnlySpan<byte> moof, long offset, IReadOnlyDictionary<int, SampleDefaults> defaults)
    {
        ReadOnlySpan<byte> track = OnlyTrack(BoxReader.Find(moof, "moof"u8).Body);
        var state = new TrackState(offset);
        ReadHeader(BoxReader.Find(track, "tfhd"u8), ref state, defaults);
        long decodeTime = DecodeTime(BoxReader.Find(track, "tfdt"u8));
        var runs = ImmutableArray.CreateBuilder<SampleRun>(1);
        var boxes = new BoxReader(track);
        while (boxes.TryNext(out Box box))
        {
            if (box.Is("trun"u8) && TrackRun.Read(box, ref state, MaxSamples) is { Samples.IsEmpty: false } run)
            {
                runs.Add(run);
            }
        }

        bool sync = runs.Count > 0 && runs[0].Samples[0].IsSync;
        return new Fragment(state.Track, offset, moof.Length, decodeTime, state.Duration, sync, runs.DrainToImmutable());
    }

    private static ReadOnlySpan<byte> OnlyTrack(ReadOnlySpan<byte> moof)
    {
        ReadOnlySpan<byte> found = default;
        var boxes = new BoxReader(moof);
        while (boxes.TryNext(out Box box))
        {
            if (box.Is("traf"u8))
            {
                found = found.IsEmpty ? box.Body : throw new InvalidDataException("A fragment of several tracks.");
            }
        }

        return found.IsEmpty ? throw new InvalidDataException("A fragment of no track.") : found;
    }

    private static void ReadHeader(Box header, ref TrackState state, IReadOnlyDictionary<int, SampleDefaults> defaults)
    {
        var reader = new ByteReader(header.Body);
        uint flags = reader.U32() & 0xFF_FFFF;
        state.Track = (int)reader.U32();
        if (!defaults.TryGetValue(state.Track, out SampleDefaults set))
        {
            throw new InvalidDataException($"A fragment of track {state.Track}, which the movie does not have.");
        }

        if ((flags & 0x01) != 0)
        {
            ulong start = reader.U64();
            state.DataBase = start < long.MaxValue / 4 ? (long)start : throw new InvalidDataException("An absurd data offset.");
        }

        reader.Take((flags & 0x02) != 0 ? 4 : 0);
        state.Defaults = new SampleDefaults(
            (flags & 0x08) != 0 ? reader.U32() : set.Duration,
            (flags & 0x10) != 0 ? reader.U32() : set.Size,
            (flags & 0x20) != 0 ? reader.U32() : set.Flags);
    }

    private static long DecodeTime(Box box)
    {
        var reader = new ByteReader(box.Body);
        ulong time = (reader.U32() >> 24) == 1 ? reader.U64() : reader.U32();
        return time < long.MaxValue / 4 ? (long)time : throw new InvalidDataException("A time stamp before the start.");
    }
}
