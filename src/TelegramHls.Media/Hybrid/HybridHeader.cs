using TelegramHls.Media.Boxes;
using TelegramHls.Media.Fragments;
using TelegramHls.Media.Indexing;

namespace TelegramHls.Media.Hybrid;

/// <summary>
/// The header of a hybrid MP4: <c>ftyp</c>, a <c>moov</c> with full sample tables and the start of an <c>mdat</c> whose content
/// is the stored stream as it is. Header and stored stream, one after the other, are a classic MP4 that seeks at once.
/// </summary>
public static class HybridHeader
{
    /// <summary>Units of the movie's time in a second.</summary>
    internal const uint Timescale = 90_000;

    private const int MovieHeaderTail = 80;
    private const int MovieHeaderSize = 120;
    private const int MediaHeaderSize = 16;

    private static ReadOnlySpan<byte> FileType => "\0\0\0\u001cftypisom\0\0\u0002\0isomiso2mp41"u8;

    /// <summary>Writes the header. Reads the samples twice, once to count and once to write; memory does not grow with the film.</summary>
    /// <param name="index">The index file, a local one that can seek.</param>
    /// <param name="output">Takes the header; an empty stream that can seek.</param>
    /// <returns>Bytes written.</returns>
    /// <exception cref="InvalidDataException">The index is damaged.</exception>
    public static long Write(Stream index, Stream output)
    {
        index.Position = 0;
        FragmentTable table = IndexFile.ReadTable(index);
        HybridTrack[] tracks = [.. Tracks(index, table.Header)];
        if (tracks.Length == 0)
        {
            throw new InvalidDataException("A film of no samples.");
        }

        long movie = MovieSize(tracks);
        if (FileType.Length + movie + MediaHeaderSize + table.Length > uint.MaxValue)
        {
            foreach (HybridTrack track in tracks)
            {
                track.IsLarge = true;
            }

            movie = MovieSize(tracks);
        }

        if (movie > uint.MaxValue)
        {
            throw new InvalidDataException("A film of too many samples.");
        }

        long header = FileType.Length + movie + MediaHeaderSize;
        var boxes = new BoxStream(output, 0, header);
        boxes.Raw(FileType);
        boxes.Begin("moov"u8, movie);
        WriteMovieHeader(boxes, table.Header.Tracks[0].Init.Span, tracks);
        foreach (HybridTrack track in tracks)
        {
            track.Write(boxes, shift: header);
        }

        boxes.Begin("mdat"u8, 1);
        boxes.U64(MediaHeaderSize + table.Length);
        boxes.Complete();
        return header;
    }

    private static IEnumerable<HybridTrack> Tracks(Stream index, PackageHeader header)
    {
        for (int i = 0; i < header.Tracks.Length; i++)
        {
            int track = i;
            void Visit(ISampleVisitor visitor) => IndexFile.VisitSamples(index, header, track, visitor);
            var counts = new TrackCounts();
            Visit(counts);
            counts.Finish();
            // A track may be announced and stay empty; a classic file does not list it.
            if (counts.Samples > 0)
            {
                yield return new HybridTrack(header.Tracks[i], counts, header.Offset, Visit);
            }
        }
    }

    private static long MovieSize(HybridTrack[] tracks) => 8 + MovieHeaderSize + tracks.Sum(track => track.Size);

    private static void WriteMovieHeader(BoxStream boxes, ReadOnlySpan<byte> init, HybridTrack[] tracks)
    {
        ReadOnlySpan<byte> source = BoxReader.Find(BoxReader.Find(init, "moov"u8).Body, "mvhd"u8).Body;
        boxes.Begin("mvhd"u8, MovieHeaderSize, version: 1, flags: 0);
        boxes.U64(0);
        boxes.U64(0);
        boxes.U32(Timescale);
        boxes.U64(tracks.Max(track => track.Shown));
        boxes.Raw(TrackShell.Tail(source, MovieHeaderTail));
    }
}
