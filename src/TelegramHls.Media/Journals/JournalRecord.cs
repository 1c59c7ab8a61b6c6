using System.Buffers.Binary;
using System.Numerics;

namespace TelegramHls.Media.Journals;

/// <summary>The frame of a journal record: kind, length, checksum, then the payload.</summary>
internal static class JournalRecord
{
    public const byte Header = 1;
    public const byte Fragment = 2;
    public const byte End = 3;
    public const byte Cut = 4;
    public const int FrameLength = 9;
    public const int MaxPayload = 64 * 1024 * 1024;

    public static void WriteFrame(Span<byte> frame, byte kind, ReadOnlySpan<byte> payload)
    {
        frame[0] = kind;
        BinaryPrimitives.WriteInt32LittleEndian(frame[1..], payload.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(frame[5..], Checksum(kind, payload));
    }

    /// <summary>False when the frame is nonsense.</summary>
    public static bool TryReadFrame(ReadOnlySpan<byte> frame, out byte kind, out int length, out uint checksum)
    {
        kind = frame[0];
        length = BinaryPrimitives.ReadInt32LittleEndian(frame[1..]);
        checksum = BinaryPrimitives.ReadUInt32LittleEndian(frame[5..]);
        return kind is Header or Fragment or End or Cut && length is >= 0 and <= MaxPayload;
    }

    /// <summary>CRC-32C.</summary>
    public static uint Checksum(byte kind, ReadOnlySpan<byte> payload)
    {
        uint crc = BitOperations.Crc32C(uint.MaxValue, kind);
        int i = 0;
        for (; i + 8 <= payload.Length; i += 8)
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(payload[i..]));
        }

        for (; i < payload.Length; i++)
        {
            crc = BitOperations.Crc32C(crc, payload[i]);
        }

        return ~crc;
    }
}
