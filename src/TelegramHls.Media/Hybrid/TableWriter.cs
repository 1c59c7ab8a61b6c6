namespace TelegramHls.Media.Hybrid;

/// <summary>Writes all sample tables of a track side by side, each to its own place; the second pass over its samples.</summary>
/// <param name="output">Where the tables begin; goes on behind them.</param>
/// <param name="counts">Entries of each.</param>
/// <param name="shift">Bytes in front of the stored stream.</param>
/// <param name="isLarge">True when offsets take 8 bytes.</param>
internal sealed class TableWriter(BoxStream output, TrackCounts counts, long shift, bool isLarge) : SampleTables
{
    // In the order in which they stand in the file.
    private readonly BoxStream _times = Table(output, "stts"u8, TimesSize(counts), counts.Times);
    private readonly BoxStream? _compositions = counts.HasCompositions
        ? Table(output, "ctts"u8, CompositionsSize(counts), counts.Compositions, (byte)(counts.HasNegativeCompositions ? 1 : 0))
        : null;

    private readonly BoxStream? _sync = counts.AllSync ? null : Table(output, "stss"u8, SyncSize(counts), counts.SyncSamples);
    private readonly BoxStream _groups = Table(output, "stsc"u8, GroupsSize(counts), counts.ChunkGroups);
    private readonly BoxStream _sizes = Sizes(output, counts);
    private readonly BoxStream _offsets = Table(output, isLarge ? "co64"u8 : "stco"u8, OffsetsSize(counts, isLarge), counts.Chunks);

    /// <summary>Bytes of all tables together.</summary>
    public static long SizeOf(TrackCounts counts, bool isLarge) =>
        TimesSize(counts) + CompositionsSize(counts) + SyncSize(counts) + GroupsSize(counts) + SizesSize(counts)
        + OffsetsSize(counts, isLarge);

    /// <summary>Writes what is left.</summary>
    /// <exception cref="InvalidDataException">The samples are not those that were counted.</exception>
    public void Complete()
    {
        Finish();
        foreach (BoxStream? table in (BoxStream?[])[_times, _compositions, _sync, _groups, _sizes, _offsets])
        {
            table?.Complete();
        }
    }

    /// <inheritdoc />
    protected override void Time(uint count, uint duration) => Pair(_times, count, duration);

    /// <inheritdoc />
    protected override void Composition(uint count, uint offset) => Pair(_compositions, count, offset);

    /// <inheritdoc />
    protected override void Sync(uint number) => _sync?.U32(number);

    /// <inheritdoc />
    protected override void Size(uint bytes) => _sizes.U32(bytes);

    /// <inheritdoc />
    protected override void ChunkGroup(uint first, uint samples)
    {
        Pair(_groups, first, samples);
        _groups.U32(1);
    }

    /// <inheritdoc />
    protected override void Chunk(long dataOffset)
    {
        if (isLarge)
        {
            _offsets.U64(dataOffset + shift);
        }
        else
        {
            _offsets.U32((uint)(dataOffset + shift));
        }
    }

    private static long TimesSize(TrackCounts counts) => 16 + (8L * counts.Times);

    private static long CompositionsSize(TrackCounts counts) => counts.HasCompositions ? 16 + (8L * counts.Compositions) : 0;

    private static long SyncSize(TrackCounts counts) => counts.AllSync ? 0 : 16 + (4L * counts.SyncSamples);

    private static long GroupsSize(TrackCounts counts) => 16 + (12L * counts.ChunkGroups);

    private static long SizesSize(TrackCounts counts) => 20 + (4L * counts.Samples);

    private static long OffsetsSize(TrackCounts counts, bool isLarge) => 16 + ((isLarge ? 8L : 4L) * counts.Chunks);

    // stsz alone has a field in front of the count: the size that all samples have, or 0.
    private static BoxStream Sizes(BoxStream output, TrackCounts counts)
    {
        BoxStream sizes = Table(output, "stsz"u8, SizesSize(counts), 0);
        sizes.U32(counts.Samples);
        return sizes;
    }

    private static BoxStream Table(BoxStream output, ReadOnlySpan<byte> name, long size, uint first, byte version = 0)
    {
        BoxStream table = output.Reserve(size);
        table.Begin(name, size, version, flags: 0);
        table.U32(first);
        return table;
    }

    private static void Pair(BoxStream? table, uint first, uint second)
    {
        table?.U32(first);
        table?.U32(second);
    }
}
