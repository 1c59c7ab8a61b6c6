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

    /// <summary>The fragments of one track with their samples, read from the stream one by one.</summary>
    /// <param name="index">A stream that can seek, of a local file.</param>
    /// <param name="track">The track's place in the header, from 0.</param>
    /// <exception cref="InvalidDataException">It is no index, or it is damaged.</exception>
    public static IEnumerable<Fragment> ReadSamples(Stream index, int track)
    {
        index.Position = 0;
        IndexLayout layout = IndexLayout.Read(index);
        index.Position = layout.SamplesOf(track);
        long end = index.Position + layout.SampleLengths[track];
        byte[] prefix = new byte[sizeof(int)];
        byte[] record = [];
        while (index.Position < end)
        {
            index.ReadExactly(prefix);
            int length = BinaryPrimitives.ReadInt32LittleEndian(prefix);
            if (length < 0 || length > Math.Min(MaxRecord, end - index.Position))
            {
                throw new InvalidDataException("The index file is damaged.");
            }

            record = record.Length < length ? new byte[length] : record;
            index.ReadExactly(record, 0, length);
            yield return Decode(record.AsSpan(0, length));
        }
    }

    private static Fragment Decode(ReadOnlySpan<byte> record)
    {
        var reader = new NumberReader(record);
        return FragmentCodec.Read(ref reader);
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
        try
        {
            return JsonSerializer.Deserialize<PackageHeader>(ReadSection(index, layout.HeaderLength))
                is { Schema: PackageHeader.CurrentSchema } header && header.Tracks.Length == layout.SampleLengths.Length
                ? header
                : throw new InvalidDataException("The index file is of another version.");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException("The index file is damaged.", fault);
        }
    }

    // Grows as bytes arrive: a length alone allocates nothing.
    private static byte[] ReadSection(Stream index, int length)
    {
        using var memory = new MemoryStream();
        byte[] chunk = new byte[Math.Min(length, 64 * 1024)];
        while (memory.Length < length)
        {
            int read = index.Read(chunk, 0, (int)Math.Min(chunk.Length, length - memory.Length));
            memory.Write(chunk, 0, read > 0 ? read : throw new InvalidDataException("The index file is cut off."));
        }

        return memory.ToArray();
    }
}
