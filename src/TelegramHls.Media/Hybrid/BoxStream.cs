using System.Buffers.Binary;

namespace TelegramHls.Media.Hybrid;

/// <summary>Writes boxes of known size to a stream through a small buffer.</summary>
internal sealed class BoxStream(Stream output)
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _used;

    /// <summary>Bytes written.</summary>
    public long Length { get; private set; }

    public void Begin(ReadOnlySpan<byte> name, long size)
    {
        U32(checked((uint)size));
        Raw(name);
    }

    public void Begin(ReadOnlySpan<byte> name, long size, byte version, uint flags)
    {
        Begin(name, size);
        U32(((uint)version << 24) | flags);
    }

    public void U16(int value) => BinaryPrimitives.WriteUInt16BigEndian(Room(2), (ushort)value);

    public void U32(uint value) => BinaryPrimitives.WriteUInt32BigEndian(Room(4), value);

    public void U64(long value) => BinaryPrimitives.WriteInt64BigEndian(Room(8), value);

    public void Raw(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            int count = Math.Min(bytes.Length, _buffer.Length);
            bytes[..count].CopyTo(Room(count));
            bytes = bytes[count..];
        }
    }

    public void Flush()
    {
        output.Write(_buffer, 0, _used);
        _used = 0;
    }

    private Span<byte> Room(int count)
    {
        if (_buffer.Length - _used < count)
        {
            Flush();
        }

        Span<byte> room = _buffer.AsSpan(_used, count);
        _used += count;
        Length += count;
        return room;
    }
}
