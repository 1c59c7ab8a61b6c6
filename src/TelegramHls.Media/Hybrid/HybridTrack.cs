using TelegramHls.Media.Fragments;

namespace TelegramHls.Media.Hybrid;

/// <summary>One track of the classic header: its sizes first, then its boxes.</summary>
/// <param name="track">The track.</param>
/// <param name="counts">Entries of its tables.</param>
/// <param name="offset">Where the film begins in the time of the stored stream.</param>
/// <param name="visit">Shows its samples from the first on.</param>
internal sealed class HybridTrack(
    PackagedTrack track, TrackCounts counts, TimeSpan offset, Action<ISampleVisitor> visit)
{
    private readonly TrackShell _shell = TrackShell.Of(track);
    private readonly TrackEdit _edit = TrackEdit.Of(track.Timescale, counts, offset, DecoderLead.Of(track));

    /// <summary>True when offsets take 8 bytes.</summary>
    public bool IsLarge { get; set; }

    /// <summary>Until its last sample was shown, in units of the movie.</summary>
    public long Shown => _edit.Delay + _edit.Length;

    public long Size => 8 + 104 + _edit.Size + MediaSize;

    private long MediaSize => 8 + 44 + _shell.Handler.Length + InformationSize;

    private long InformationSize => 8 + _shell.Media.Length + TableSize;

    private long TableSize => 8 + _shell.Entries.Length + TableWriter.SizeOf(counts, IsLarge);

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
        var tables = new TableWriter(output, counts, shift, IsLarge);
        visit(tables);
        tables.Complete();
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
}
