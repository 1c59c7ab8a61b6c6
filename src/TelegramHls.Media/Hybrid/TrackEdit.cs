namespace TelegramHls.Media.Hybrid;

/// <summary>
/// When a track begins (<c>elst</c>, ISO/IEC 14496-12, 8.6.6). The film begins where the source did: a track that begins
/// later waits; of one that begins earlier, because its decoder needs a start, the beginning is decoded and not shown.
/// </summary>
/// <param name="Delay">How long nothing is shown, in units of the movie.</param>
/// <param name="MediaTime">Where showing begins, in units of the track.</param>
/// <param name="Length">How long it is shown, in units of the movie.</param>
internal readonly record struct TrackEdit(long Delay, long MediaTime, long Length)
{
    private const int EntrySize = 20;

    private int Entries => Delay > 0 ? 2 : 1;

    /// <summary>Bytes of the <c>edts</c> box.</summary>
    public int Size => 24 + (Entries * EntrySize);

    /// <param name="timescale">Units of the track in a second.</param>
    /// <param name="counts">When its samples begin and end.</param>
    /// <param name="offset">When the film begins.</param>
    /// <param name="skip">Units at its beginning that only serve the decoder.</param>
    public static TrackEdit Of(uint timescale, TrackCounts counts, TimeSpan offset, int skip)
    {
        long origin = Round(offset.Ticks, timescale, TimeSpan.TicksPerSecond);
        long first = Math.Max(counts.First + skip, origin);
        long delay = first - origin;
        // Showing must begin with a picture: ffmpeg takes a wait inside of an edit away.
        long hidden = Math.Max(first - counts.Start, 0);
        long shown = Math.Max(counts.End - first, 0);
        return new TrackEdit(
            Round(delay, HybridHeader.Timescale, timescale), hidden, Round(shown, HybridHeader.Timescale, timescale));
    }

    public void Write(BoxStream output)
    {
        output.Begin("edts"u8, Size);
        output.Begin("elst"u8, Size - 8, version: 1, flags: 0);
        output.U32((uint)Entries);
        if (Delay > 0)
        {
            WriteEntry(output, Delay, -1);
        }

        WriteEntry(output, Length, MediaTime);
    }

    private static void WriteEntry(BoxStream output, long length, long mediaTime)
    {
        output.U64(length);
        output.U64(mediaTime);
        output.U32(0x1_0000);
    }

    private static long Round(long value, long numerator, long denominator) =>
        (long)((((Int128)value * numerator) + (denominator / 2)) / denominator);
}
