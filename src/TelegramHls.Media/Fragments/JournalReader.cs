using System.Text.Json;

namespace TelegramHls.Media.Fragments;

/// <summary>Reads a journal from its start; stops before the first record that is torn.</summary>
internal sealed class JournalReader(Stream stream)
{
    private readonly byte[] _frame = new byte[JournalRecord.FrameLength];
    private byte[] _payload = [];

    /// <summary>The header, once it was read.</summary>
    public PackageHeader? Header { get; private set; }

    /// <summary>True once the mark of the end was read.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Bytes of the journal that hold whole records.</summary>
    public long ValidLength { get; private set; }

    /// <summary>The fragments in their order, with their samples.</summary>
    public IEnumerable<Fragment> Fragments()
    {
        while (TryReadRecord(out byte kind, out int length))
        {
            switch (kind)
            {
                case JournalRecord.Header:
                    Header = JsonSerializer.Deserialize<PackageHeader>(_payload.AsSpan(0, length));
                    break;
                case JournalRecord.Fragment:
                    yield return Fragment(_payload.AsSpan(0, length));
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

    private bool TryReadRecord(out byte kind, out int length)
    {
        uint checksum = 0;
        kind = 0;
        length = 0;
        if (stream.ReadAtLeast(_frame, _frame.Length, throwOnEndOfStream: false) < _frame.Length
            || !JournalRecord.TryReadFrame(_frame, out kind, out length, out checksum)
            || length > stream.Length - stream.Position)
        {
            return false;
        }

        if (_payload.Length < length)
        {
            _payload = new byte[length];
        }

        stream.ReadExactly(_payload, 0, length);
        if (JournalRecord.Checksum(kind, _payload.AsSpan(0, length)) != checksum)
        {
            return false;
        }

        ValidLength += JournalRecord.FrameLength + length;
        return true;
    }
}
