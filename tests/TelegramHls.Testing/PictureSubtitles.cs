using System.Buffers.Binary;

namespace TelegramHls.Testing;

/// <summary>
/// Subtitles as Blu-ray discs have them (PGS, US patent 2009/0185789): white bars on a picture of 320x180, since ffmpeg reads
/// that format and does not write it.
/// </summary>
public static class PictureSubtitles
{
    private const ushort Width = 320;
    private const ushort Height = 180;
    private const ushort BarWidth = 160;
    private const ushort BarHeight = 16;

    /// <summary>A .sup file with a bar from each start to each end, in seconds.</summary>
    public static byte[] Make(params (double Start, double End)[] bars)
    {
        using var file = new MemoryStream();
        ushort number = 0;
        foreach ((double start, double end) in bars)
        {
            Write(file, start, 0x16, Composition(number++, isShown: true));
            Write(file, start, 0x17, [1, 0, .. Box()]);
            Write(file, start, 0x14, [0, 0, 1, 235, 128, 128, 255]);
            Write(file, start, 0x15, Bar());
            Write(file, start, 0x80, []);
            Write(file, end, 0x16, Composition(number++, isShown: false));
            Write(file, end, 0x17, [1, 0, .. Box()]);
            Write(file, end, 0x80, []);
        }

        return file.ToArray();
    }

    private static void Write(MemoryStream file, double seconds, byte kind, byte[] body)
    {
        byte[] head = new byte[13];
        "PG"u8.CopyTo(head);
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(2), (uint)(seconds * 90_000));
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(6), (uint)(seconds * 90_000));
        head[10] = kind;
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(11), (ushort)body.Length);
        file.Write(head);
        file.Write(body);
    }

    private static byte[] Composition(ushort number, bool isShown)
    {
        byte[] body = [.. Two(Width), .. Two(Height), 0x10, .. Two(number), (byte)(isShown ? 0x80 : 0), 0, 0, (byte)(isShown ? 1 : 0)];
        return isShown ? [.. body, 0, 0, 0, 0, .. Two(80), .. Two(150)] : body;
    }

    private static byte[] Box() => [.. Two(80), .. Two(150), .. Two(BarWidth), .. Two(BarHeight)];

    // Run lengths: 00, 11 and 14 bits of length, colour; 00 00 ends a line.
    private static byte[] Bar()
    {
        byte[] line = [0, 0xC0 | (BarWidth >> 8), BarWidth & 0xFF, 1, 0, 0];
        byte[] pixels = [.. Enumerable.Repeat(line, BarHeight).SelectMany(bytes => bytes)];
        int length = pixels.Length + 4;
        return [0, 0, 0, 0xC0, (byte)(length >> 16), (byte)(length >> 8), (byte)length, .. Two(BarWidth), .. Two(BarHeight), .. pixels];
    }

    private static byte[] Two(ushort value) => [(byte)(value >> 8), (byte)value];
}
