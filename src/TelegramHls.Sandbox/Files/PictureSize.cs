using System.Buffers.Binary;

namespace TelegramHls.Sandbox.Files;

/// <summary>Width and height out of the header of a JPEG or PNG; 0 for others.</summary>
internal static class PictureSize
{
    private const int HeaderLength = 256 * 1024;

    public static (int Width, int Height) Read(string path)
    {
        byte[] bytes = new byte[HeaderLength];
        using FileStream file = File.OpenRead(path);
        ReadOnlySpan<byte> head = bytes.AsSpan(0, file.ReadAtLeast(bytes, HeaderLength, throwOnEndOfStream: false));
        ReadOnlySpan<byte> png = [0x89, (byte)'P', (byte)'N', (byte)'G'];
        return head.Length >= 24 && head.StartsWith(png)
            ? (BinaryPrimitives.ReadInt32BigEndian(head[16..]), BinaryPrimitives.ReadInt32BigEndian(head[20..]))
            : Jpeg(head);
    }

    private static (int Width, int Height) Jpeg(ReadOnlySpan<byte> head)
    {
        if (head.Length < 4 || head[0] != 0xFF || head[1] != 0xD8)
        {
            return (0, 0);
        }

        int at = 2;
        while (at + 9 < head.Length && head[at] == 0xFF)
        {
            byte marker = head[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return (
                    BinaryPrimitives.ReadUInt16BigEndian(head[(at + 7)..]),
                    BinaryPrimitives.ReadUInt16BigEndian(head[(at + 5)..]));
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(head[(at + 2)..]);
        }

        return (0, 0);
    }
}
