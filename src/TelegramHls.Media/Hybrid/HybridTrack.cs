using TelegramHls.Media.Fragments;

namespace TelegramHls.Media.Hybrid;

/// <summary>One track of the classic header: its sizes first, then its boxes.</summary>
/// <param name="track">The track.</param>
/// <param name="counts">Entries of its tables.</param>
/// <param name="offset">Where the film begins in the time of the stored stream.</param>
/// <param name="read">Reads its fragments with their samples from the first on.</param>
internal sealed class HybridTrack(
    PackagedTrack track, TrackCounts counts, TimeSpan offset, Func<IEnumerable<Fragment>> read)
{
    private readonly TrackShell _shell = TrackShell.Of(track);
    private readonly TrackEdit _edit = TrackEdit.Of(track.Timescale, counts, offset, DecoderLead.Of(track));

    public TrackCounts Counts => counts;

    /// <summary>True when offsets take 8 bytes.</summary>
    public bool IsLarge { get; set; }

    /// <summary>Until its last sample was shown, in units of the movie.</summary>
    public long Shown => _edit.Delay + _edit.Length;

    public long Size => 8 + 104 + _edit.Size + MediaSize;

    private long MediaSize => 8 + 44 + _shell.Handler.Length + InformationSize;

    private long InformationSize => 8 + _shell.Media.Length + TableSize;

    private long TableSize =>
        8 + _shell.Entries.Length + TimesSize + CompositionsSize + SyncSize + GroupsSize + SizesSize + OffsetsSize;

    private long TimesSize => 16 + (8L * counts.Times);

    private long CompositionsSize => counts.HasCompositions ? 16 + (8L * counts.Compositions) : 0;

    private long SyncSize => counts.AllSync ? 0 : 16 + (4L * counts.SyncSamples);

    private long GroupsSize => 16 + (12L * counts.ChunkGroups);

    private long SizesSize => 20 + (4L * counts.Samples);

    private long OffsetsSize => 16 + ((IsLarge ? 8L : 4L) * counts.Chunks);

    /// <param name="output">Where to write.</param>
    /// <param name="shift">Bytes in front of the stored stream.</param>
    public void Write(BoxStream output, long shift)
    {
        output.Begin("trak"u8, Size);
        WriteHeader(output);
        output.Begin("mdia"u8, MediaSize);
        output.Begin("mdhd"u8, 44, version: 1, flags: 0);
        output.U64(0);
        output.U64(0);
        output.U32(track.Timescale);
        output.U64(counts.Duration);
        output.Raw(_shell.Language.Span);
        output.Raw(_shell.Handler.Span);
        output.Begin("minf"u8, InformationSize);
        output.Raw(_shell.Media.Span);
        output.Begin("stbl"u8, TableSize);
        output.Raw(_shell.Entries.Span);
        WriteTimes(output);
        WriteSizes(output);
        WriteOffsets(output, shift);
    }

    private void WriteHeader(BoxStream output)
    {
        output.Begin("tkhd"u8, 104, version: 1, _shell.Flags);
        output.U64(0);
        output.U64(0);
        output.U32((uint)track.Number);
        output.U32(0);
        output.U64(Shown);
        output.Raw(_shell.HeaderTail.Span);
        _edit.Write(output);
    }

    private void WriteTimes(BoxStream output)
    {
        output.Begin("stts"u8, TimesSize, 0, 0);
        output.U32(counts.Times);
        foreach ((uint count, uint value) in SampleTables.Times(read()))
        {
            output.U32(count);
            output.U32(value);
        }

        if (counts.HasCompositions)
        {
            output.Begin("ctts"u8, CompositionsSize, (byte)(counts.HasNegativeCompositions ? 1 : 0), 0);
            output.U32(counts.Compositions);
            foreach ((uint count, uint value) in SampleTables.Compositions(read()))
            {
                output.U32(count);
                output.U32(value);
            }
        }

        if (!counts.AllSync)
        {
            output.Begin("stss"u8, SyncSize, 0, 0);
            output.U32(counts.SyncSamples);
            uint number = 0;
            foreach (Sample sample in SampleTables.Samples(read()))
            {
                number++;
                if (sample.IsSync)
                {
                    output.U32(number);
                }
            }
        }
    }

    private void WriteSizes(BoxStream output)
    {
        output.Begin("stsc"u8, GroupsSize, 0, 0);
        output.U32(counts.ChunkGroups);
        foreach ((uint chunk, uint samples) in SampleTables.ChunkGroups(read()))
        {
            output.U32(chunk);
            output.U32(samples);
            output.U32(1);
        }

        output.Begin("stsz"u8, SizesSize, 0, 0);
        output.U32(0);
        output.U32((uint)counts.Samples);
        foreach (Sample sample in SampleTables.Samples(read()))
        {
            output.U32(sample.Size);
        }
    }

    private void WriteOffsets(BoxStream output, long shift)
    {
        output.Begin(IsLarge ? "co64"u8 : "stco"u8, OffsetsSize, 0, 0);
        output.U32(counts.Chunks);
        foreach (SampleRun run in SampleTables.Chunks(read()))
        {
            if (IsLarge)
            {
                output.U64(run.DataOffset + shift);
            }
            else
            {
                output.U32((uint)(run.DataOffset + shift));
            }
        }
    }
}
