using System.Buffers.Binary;
using System.Text.Json;
using TelegramHls.Media.Fragments;
using TelegramHls.Media.Journals;

namespace TelegramHls.Media.Indexing;

/// <summary>
/// The index of a complete stored stream as one file: layout, header, fragment table, then the samples track by track.
/// HLS reads header and table alone; the classic header reads the samples as a stream.
/// </summary>
public static class IndexFile
{
    private const int MaxRecord = 64 * 1024 * 1024;

    /// <summary>Writes the index from a journal that is complete. Memory holds the fragment table, not the samples.</summary>
    /// <exception cref="InvalidDataException">The journal is not complete.</exception>
    public static async Task WriteAsync(string journal, Stream output, CancellationToken cancellationToken)
    {
        FragmentTable table = FragmentJournal.ReadTable(journal) is { IsComplete: true } complete
            ? complete
            : throw new InvalidDataException("The journal is not complete.");
        byte[] header = JsonSerializer.SerializeToUtf8Bytes(table.Header);
        var fragments = new NumberWriter();
        var samples = new NumberWriter();
        var lengths = table.Header.Tracks.ToDictionary(track => track.Number, _ => 0L);
        foreach (Fragment fragment in Read(journal))
        {
            FragmentCodec.Write(fragments, fragment, withSamples: false);
            samples.Clear();
            FragmentCodec.Write(samples, fragment, withSamples: true);
            lengths[fragment.Track] += sizeof(int) + samples.Written.Length;
        }

        var layout = new IndexLayout(
            header.Length, fragments.Written.Length, table.Length, [.. table.Header.Tracks.Select(track => lengths[track.Number])]);
        await output.WriteAsync(layout.ToBytes(), cancellationToken);
        await output.WriteAsync(header, cancellationToken);
        await output.WriteAsync(fragments.Written, cancellationToken);
        foreach (PackagedTrack track in table.Header.Tracks)
        {
            await WriteSamplesAsync(journal, track.Number, samples, output, cancellationToken);
        }
    }

    /// <summary>Reads header and fragment table from the start of an index.</summary>
    /// <param name="index">The index from its first byte on; a stream that knows its length.</param>
    /// <exception cref="InvalidDataException">It is no index, or it is damaged.</exception>
    public static FragmentTable ReadTable(Stream index)
    {
        IndexLayout layout = IndexLayout.Read(index);
        var table = new FragmentTable(ReadHeader(index, layout));
        byte[] bytes = ReadSection(index, layout.TableLength);
        var reader = new NumberReader(bytes);
        while (reader.Remaining > 0)
        {
            table.Add(FragmentCodec.Read(ref reader));
        }

        table.Complete();
        return table.Length == layout.StoredLength ? table : throw new InvalidDataException("The index file is damaged.");
    }

    /// <summary>Shows the samples of one track; memory holds one fragment.</summary>
    /// <param name="index">A stream that can seek, of a local file.</param>
    /// <param name="header">The index's header.</param>
    /// <param name="track">The track's place in it, from 0.</param>
    /// <param name="visitor">Is shown the samples.</param>
    /// <exception cref="InvalidDataException">It is no index, or it is damaged.</exception>
    internal static void VisitSamples(Stream index, PackageHeader header, int track, ISampleVisitor visitor)
    {
        index.Position = 0;
        IndexLayout layout = IndexLayout.Read(index);
        index.Position = layout.SamplesOf(track);
        var section = new BufferedStream(index, 256 * 1024);
        byte[] prefix = new byte[sizeof(int)];
        byte[] record = [];
        for (long left = layout.SampleLengths[track]; left > 0; left -= prefix.Length + BinaryPrimitives.ReadInt32LittleEndian(prefix))
        {
            section.ReadExactly(prefix);
            int length = BinaryPrimitives.ReadInt32LittleEndian(prefix);
            if (length < 0 || length > Math.Min(MaxRecord, left - prefix.Length))
            {
                throw new InvalidDataException("The index file is damaged.");
            }

            record = record.Length < length ? new byte[length] : record;
            section.ReadExactly(record, 0, length);
            FragmentCodec.Visit(new NumberReader(record.AsSpan(0, length)), header.Tracks[track].Number, visitor);
        }
    }

    private static async Task WriteSamplesAsync(
        string journal, int track, NumberWriter samples, Stream output, CancellationToken cancellationToken)
    {
        byte[] prefix = new byte[sizeof(int)];
        foreach (Fragment fragment in Read(journal).Where(fragment => fragment.Track == track))
        {
            samples.Clear();
            FragmentCodec.Write(samples, fragment, withSamples: true);
            BinaryPrimitives.WriteInt32LittleEndian(prefix, samples.Written.Length);
            await output.WriteAsync(prefix, cancellationToken);
            await output.WriteAsync(samples.Written, cancellationToken);
        }
    }

    private static IEnumerable<Fragment> Read(string journal)
    {
        using var file = new FileStream(journal, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 64 * 1024);
        foreach (Fragment fragment in new JournalReader(file).Fragments())
        {
            yield return fragment;
        }
    }

    private static PackageHeader ReadHeader(Stream index, IndexLayout layout)
    {
        var header = PackageHeader.Read(ReadSection(index, layout.HeaderLength));
        return header.Tracks.Length == layout.SampleLengths.Length
            ? header
            : throw new InvalidDataException("The index file is damaged.");
    }

    private static byte[] ReadSection(Stream index, int length)
    {
        byte[] section = new byte[length];
        index.ReadExactly(section);
        return section;
    }
}
