using System.Buffers.Binary;

namespace TelegramHls.Media.Boxes;

/// <summary>Size and name of a box (ISO/IEC 14496-12, 4.2).</summary>
/// <param name="Type">The four letters as a big-endian number.</param>
/// <param name="Size">Bytes of the whole box, its header included.</param>
/// <param name="HeaderLength">8 or 16.</param>
internal readonly record struct BoxHeader(uint Type, long Size, int HeaderLength)
{
    public const int MaxLength = 16;

    /// <summary>Reads a header; false when <paramref name="bytes"/> holds too few bytes to know.</summary>
    /// <exception cref="InvalidDataException">The size is smaller than the header, open-ended or absurd.</exception>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out BoxHeader header)
    {
        header = default;
        if (bytes.Length < 8)
        {
            return false;
        }

        uint size = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        uint type = BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]);
        if (size != 1)
        {
            header = new BoxHeader(type, size, 8);
            return size >= 8 ? true : throw new InvalidDataException($"A box claims {size} bytes.");
        }

        if (bytes.Length < MaxLength)
        {
            return false;
        }

        ulong large = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        header = new BoxHeader(type, (long)large, MaxLength);
        return large is >= MaxLength and < long.MaxValue / 4
            ? true
            : throw new InvalidDataException($"A box claims {large} bytes.");
    }

    /// <summary>True when the box has this name.</summary>
    public bool Is(ReadOnlySpan<byte> name) => Type == BinaryPrimitives.ReadUInt32BigEndian(name);
}
