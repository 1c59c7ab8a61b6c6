using System.Buffers.Binary;

namespace TelegramHls.Media.Boxes;

/// <summary>Writes boxes into memory; a box's size is filled in when it is closed.</summary>
internal sealed class BoxWriter
{
    private readonly Stack<int> _open = new();
    private byte[] _bytes = new byte[1024];
    private int _length;

    /// <summary>What was written so far.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    public BoxWriter Begin(ReadOnlySpan<byte> name)
    {
        _open.Push(_length);
        return U32(0).Raw(name);
    }

    /// <summary>Begins a box with version and flags (ISO/IEC 14496-12, 4.2.2).</summary>
    public BoxWriter Begin(ReadOnlySpan<byte> name, byte version, uint flags) =>
        Begin(name).U32(((uint)version << 24) | flags);

    public BoxWriter End()
    {
        int start = _open.Pop();
        BinaryPrimitives.WriteUInt32BigEndian(_bytes.AsSpan(start), (uint)(_length - start));
        return this;
    }

    public BoxWriter U16(int value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(Grow(2), (ushort)value);
        return this;
    }

    public BoxWriter U32(uint value)
    {
        BinaryPrimitives.WriteUInt32BigEndian(Grow(4), value);
        return this;
    }

    public BoxWriter U64(ulong value)
    {
        BinaryPrimitives.WriteUInt64BigEndian(Grow(8), value);
        return this;
    }

    public BoxWriter Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Grow(bytes.Length));
        return this;
    }

    private Span<byte> Grow(int count)
    {
        if (_bytes.Length - _length < count)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + count));
        }

        Span<byte> place = _bytes.AsSpan(_length, count);
        _length += count;
        return place;
    }
}
