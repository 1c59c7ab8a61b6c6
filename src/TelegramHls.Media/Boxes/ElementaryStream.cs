namespace TelegramHls.Media.Boxes;

/// <summary>Reads the <c>esds</c> box of MPEG-4 audio (ISO/IEC 14496-1, 7.2.6).</summary>
internal static class ElementaryStream
{
    private const byte StreamTag = 3;
    private const byte DecoderTag = 4;
    private const byte SpecificTag = 5;
    private const byte Mpeg4Audio = 0x40;

    /// <summary><c>mp4a.40.2</c> for AAC-LC, <c>mp4a.6B</c> for MP3 and so on.</summary>
    public static string CodecName(ReadOnlySpan<byte> body)
    {
        var reader = new ByteReader(body);
        reader.U32();
        reader = Descriptor(reader, StreamTag);
        reader.U16();
        byte flags = reader.U8();
        reader.Take((flags & 0x80) != 0 ? 2 : 0);
        reader.Take((flags & 0x40) != 0 ? reader.U8() : 0);
        reader.Take((flags & 0x20) != 0 ? 2 : 0);
        reader = Descriptor(reader, DecoderTag);
        byte type = reader.U8();
        if (type != Mpeg4Audio)
        {
            return $"mp4a.{type:X2}";
        }

        reader.Take(12);
        reader = Descriptor(reader, SpecificTag);
        byte first = reader.U8();
        int objectType = first >> 3;
        return objectType != 31
            ? $"mp4a.40.{objectType}"
            : $"mp4a.40.{32 + (((first & 7) << 3) | (reader.U8() >> 5))}";
    }

    private static ByteReader Descriptor(ByteReader reader, byte tag)
    {
        if (reader.U8() != tag)
        {
            throw new InvalidDataException($"Descriptor {tag} is missing.");
        }

        int length = 0;
        for (int i = 0; i < 4; i++)
        {
            byte part = reader.U8();
            length = (length << 7) | (part & 0x7F);
            if ((part & 0x80) == 0)
            {
                break;
            }
        }

        return new ByteReader(reader.Take(length));
    }
}
