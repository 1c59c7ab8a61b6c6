using System.Buffers.Binary;

namespace TelegramHls.Media.Hybrid;

/// <summary>Writes boxes of known size to a place in a stream through a small buffer.</summary>
/// <param name="output">A stream that can seek; several may write to different places of it by turns.</param>
/// <param name="start">Where the first byte goes.</param>
/// <param name="size">How many bytes will be written.</param>
internal sealed class BoxStream(Stream output, long start, long size)
{
    private readonly byte[] _buffer = new byte[(int)Math.Clamp(size, 16, 64 * 1024)];
    private long _flushed;
    private int _used;

    /// <summary>A place for so many bytes here; what is written next goes behind them.</summary>
    public BoxStream Reserve(long bytes)
    {
        Flush();
        var place = new BoxStream(output, start + _flushed, bytes);
        _flushed += bytes;
        return place;
    }

    public void Begin(ReadOnlySpan<byte> name, long boxSize)
    {
        U32((uint)boxSize);
        Raw(name);
    }

    public void Begin(ReadOnlySpan<byte> name, long boxSize, byte version, uint flags)
    {
        Begin(name, boxSize);
        U32(((uint)version << 24) | flags);
    }

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

    /// <summary>Writes what is left in the buffer.</summary>
    /// <exception cref="InvalidDataException">More or fewer bytes were written than was said: the index changed meanwhile.</exception>
    public void Complete()
    {
        Flush();
        if (_flushed != size)
        {
            throw new InvalidDataException("The index changed while it was read.");
        }
    }

    private void Flush()
    {
        output.Position = start + _flushed;
        output.Write(_buffer, 0, _used);
        _flushed += _used;
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
        return room;
    }
}
