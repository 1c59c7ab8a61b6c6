namespace TelegramHls.Media.Fragments;

/// <summary>Reads what <see cref="NumberWriter"/> wrote, and never past the end.</summary>
internal ref struct NumberReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>Bytes not read yet.</summary>
    public readonly int Remaining => _rest.Length;

    /// <exception cref="InvalidDataException">The bytes end, or the number is too large.</exception>
    public ulong Unsigned()
    {
        // Most numbers take one byte.
        if (!_rest.IsEmpty && _rest[0] < 0x80)
        {
            ulong small = _rest[0];
            _rest = _rest[1..];
            return small;
        }

        ulong value = 0;
        for (int i = 0; i < _rest.Length && i < 10; i++)
        {
            value |= (ulong)(_rest[i] & 0x7F) << (7 * i);
            if (_rest[i] < 0x80)
            {
                _rest = _rest[(i + 1)..];
                return value;
            }
        }

        throw new InvalidDataException("A number ends too early.");
    }

    public int Signed()
    {
        uint value = UInt();
        return (int)(value >> 1) ^ -(int)(value & 1);
    }

    public uint UInt() => Unsigned() is var value and <= uint.MaxValue
        ? (uint)value
        : throw new InvalidDataException("A number is too large.");

    public int Int() => Unsigned() is var value and <= int.MaxValue
        ? (int)value
        : throw new InvalidDataException("A number is too large.");

    public long Long() => Unsigned() is var value and < long.MaxValue / 4
        ? (long)value
        : throw new InvalidDataException("A number is too large.");
}
