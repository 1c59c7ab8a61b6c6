using System.Buffers.Binary;

namespace TelegramHls.Media.Tests.Hostile;

/// <summary>Damages bytes as an attacker or a broken disk would; the same seed gives the same damage.</summary>
internal sealed class Mutator(int seed)
{
    // Sizes and counts at which arithmetic goes wrong.
    private static readonly uint[] Edges =
        [0, 1, 7, 8, 9, 16, 0x7F, 0x80, 0xFF, 0xFFFF, 0x10000, 0x00FF_FFFF, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFF7, 0xFFFF_FFFF];

    private readonly Random _random = new(seed);

    /// <summary>A damaged copy.</summary>
    /// <param name="bytes">The sound bytes.</param>
    /// <param name="places">Where damage means something, outside of pictures and sound.</param>
    public byte[] Damage(byte[] bytes, int[] places)
    {
        byte[] hostile = [.. bytes];
        for (int i = _random.Next(1, 6); i > 0; i--)
        {
            hostile = DamageOnce(hostile, Math.Min(places[_random.Next(places.Length)], hostile.Length - 1));
            if (hostile.Length == 0)
            {
                break;
            }
        }

        return hostile;
    }

    /// <summary>A number from 0 to before <paramref name="end"/>.</summary>
    public int Next(int end) => _random.Next(end);

    private byte[] DamageOnce(byte[] bytes, int place)
    {
        switch (_random.Next(10))
        {
            case 0:
                return bytes[..place];
            case 1:
                int taken = Math.Min(_random.Next(1, 64), bytes.Length - place);
                return [.. bytes[..place], .. bytes[(place + taken)..]];
            case 2:
                int doubled = Math.Min(_random.Next(1, 256), bytes.Length - place);
                return [.. bytes[..(place + doubled)], .. bytes[place..]];
            case 3 or 4:
                bytes[place] ^= (byte)(1 << _random.Next(8));
                return bytes;
            case 5 or 6:
                bytes[place] = (byte)_random.Next(256);
                return bytes;
            default:
                WriteEdge(bytes, place);
                return bytes;
        }
    }

    private void WriteEdge(byte[] bytes, int place)
    {
        uint edge = Edges[_random.Next(Edges.Length)];
        Span<byte> number = stackalloc byte[4];
        if (_random.Next(2) == 0)
        {
            BinaryPrimitives.WriteUInt32BigEndian(number, edge);
        }
        else
        {
            BinaryPrimitives.WriteUInt32LittleEndian(number, edge);
        }

        number[..Math.Min(4, bytes.Length - place)].CopyTo(bytes.AsSpan(place));
    }
}
