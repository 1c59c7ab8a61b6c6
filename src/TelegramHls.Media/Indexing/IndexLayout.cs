using System.Buffers.Binary;
using System.Collections.Immutable;

namespace TelegramHls.Media.Indexing;

/// <summary>The first bytes of an index file: how long each of its sections is.</summary>
/// <param name="HeaderLength">Bytes of the header's JSON.</param>
/// <param name="TableLength">Bytes of the fragment table.</param>
/// <param name="StoredLength">Bytes of the stored stream that the index belongs to.</param>
/// <param name="SampleLengths">Bytes of each track's sample section.</param>
internal sealed record IndexLayout(int HeaderLength, int TableLength, long StoredLength, ImmutableArray<long> SampleLengths)
{
    public const int MaxTracks = 256;
    private const int FixedLength = 28;
    private const int MaxSection = 1 << 30;
    private static ReadOnlySpan<byte> Magic => "THLSIDX1"u8;

    /// <summary>Bytes of the layout itself.</summary>
    public int Length => FixedLength + (8 * SampleLengths.Length);

    /// <summary>Bytes of the whole file.</summary>
    public long FileLength => SamplesOf(SampleLengths.Length);

    /// <summary>Where the samples of the track at that place in the header begin.</summary>
    public long SamplesOf(int index) => Length + (long)HeaderLength + TableLength + SampleLengths.Take(index).Sum();

    public byte[] ToBytes()
    {
        byte[] bytes = new byte[Length];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), HeaderLength);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), TableLength);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(16), StoredLength);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(24), SampleLengths.Length);
        for (int i = 0; i < SampleLengths.Length; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(FixedLength + (8 * i)), SampleLengths[i]);
        }

        return bytes;
    }

    /// <param name="stream">An index from its first byte on; it knows its length, and no section reaches past it.</param>
    /// <exception cref="InvalidDataException">The stream is no index file of this version, or it is damaged.</exception>
    public static IndexLayout Read(Stream stream)
    {
        IndexLayout layout = ReadFields(stream);
        return layout.SampleLengths.All(length => length >= 0 && length <= stream.Length) && layout.FileLength == stream.Length
            ? layout
            : throw new InvalidDataException("The index file is damaged.");
    }

    private static IndexLayout ReadFields(Stream stream)
    {
        byte[] first = new byte[FixedLength];
        if (stream.ReadAtLeast(first, FixedLength, throwOnEndOfStream: false) < FixedLength
            || !first.AsSpan().StartsWith(Magic))
        {
            throw new InvalidDataException("This is no index file.");
        }

        int header = BinaryPrimitives.ReadInt32LittleEndian(first.AsSpan(8));
        int table = BinaryPrimitives.ReadInt32LittleEndian(first.AsSpan(12));
        long stored = BinaryPrimitives.ReadInt64LittleEndian(first.AsSpan(16));
        int count = BinaryPrimitives.ReadInt32LittleEndian(first.AsSpan(24));
        if (header is < 0 or > MaxSection || table is < 0 or > MaxSection || stored < 0 || count is < 1 or > MaxTracks)
        {
            throw new InvalidDataException("The index file is damaged.");
        }

        byte[] lengths = new byte[8 * count];
        if (stream.ReadAtLeast(lengths, lengths.Length, throwOnEndOfStream: false) < lengths.Length)
        {
            throw new InvalidDataException("The index file is cut off.");
        }

        return new IndexLayout(
            header, table, stored, [.. Enumerable.Range(0, count).Select(i =>
                BinaryPrimitives.ReadInt64LittleEndian(lengths.AsSpan(8 * i)))]);
    }
}
