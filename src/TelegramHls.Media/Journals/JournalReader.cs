using System.Buffers.Binary;
using System.Security.Cryptography;
using TelegramHls.Media.Fragments;

namespace TelegramHls.Media.Journals;

/// <summary>Reads a journal on from a place between two records; stops before the first record that is torn.</summary>
internal sealed class JournalReader
{
    private readonly Stream _stream;
    private readonly byte[] _frame = new byte[JournalRecord.FrameLength];
    private byte[] _payload = [];

    /// <param name="stream">The journal.</param>
    /// <param name="start">Where a record begins; 0 or the <see cref="ValidLength"/> of an earlier reading.</param>
    public JournalReader(Stream stream, long start = 0)
    {
        _stream = stream;
        _stream.Position = ValidLength = start;
    }

    /// <summary>The header, once it was read.</summary>
    public PackageHeader? Header { get; private set; }

    /// <summary>The cuts that were read, in their order.</summary>
    public List<PartCut> Cuts { get; } = [];

    /// <summary>True once the mark of the end was read.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Bytes of the journal that hold whole records.</summary>
    public long ValidLength { get; private set; }

    /// <summary>The fragments in their order, with their samples.</summary>
    /// <exception cref="InvalidDataException">A record is whole and yet none of ours.</exception>
    public IEnumerable<Fragment> Fragments()
    {
        while (TryReadRecord(out byte kind, out int length))
        {
            switch (kind)
            {
                case JournalRecord.Header:
                    Header = PackageHeader.Read(_payload.AsSpan(0, length));
                    break;
                case JournalRecord.Fragment:
                    yield return Fragment(_payload.AsSpan(0, length));
                    break;
                case JournalRecord.Cut:
                    Cuts.Add(Cut(_payload.AsSpan(0, length)));
                    break;
                default:
                    IsComplete = true;
                    break;
            }
        }
    }

    private static Fragment Fragment(ReadOnlySpan<byte> payload)
    {
        var reader = new NumberReader(payload);
        return FragmentCodec.Read(ref reader);
    }

    private static PartCut Cut(ReadOnlySpan<byte> payload) => payload.Length == sizeof(long) + SHA256.HashSizeInBytes
        ? new(BinaryPrimitives.ReadInt64LittleEndian(payload), Convert.ToHexStringLower(payload[sizeof(long)..]))
        : throw new InvalidDataException($"A cut of {payload.Length} bytes.");

    private bool TryReadRecord(out byte kind, out int length)
    {
        uint checksum = 0;
        kind = 0;
        length = 0;
        if (_stream.ReadAtLeast(_frame, _frame.Length, throwOnEndOfStream: false) < _frame.Length
            || !JournalRecord.TryReadFrame(_frame, out kind, out length, out checksum)
            || length > _stream.Length - _stream.Position)
        {
            return false;
        }

        if (_payload.Length < length)
        {
            _payload = new byte[length];
        }

        _stream.ReadExactly(_payload, 0, length);
        if (JournalRecord.Checksum(kind, _payload.AsSpan(0, length)) != checksum)
        {
            return false;
        }

        ValidLength += JournalRecord.FrameLength + length;
        return true;
    }
}
