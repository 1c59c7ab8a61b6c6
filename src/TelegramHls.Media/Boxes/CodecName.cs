namespace TelegramHls.Media.Boxes;

/// <summary>Names a codec as RFC 6381 does, from the configuration record in its sample entry.</summary>
internal static class CodecName
{
    private const int VisualFields = 78;
    private const int AudioFields = 28;

    /// <exception cref="InvalidDataException">The entry is malformed or of a codec that we do not package.</exception>
    public static string Read(Box entry) =>
        entry.Is("avc1"u8) || entry.Is("avc3"u8) ? Avc(entry.Name, Configuration(entry, VisualFields, "avcC"u8))
        : entry.Is("hvc1"u8) || entry.Is("hev1"u8) ? Hevc(entry.Name, Configuration(entry, VisualFields, "hvcC"u8))
        : entry.Is("av01"u8) ? Av1(Configuration(entry, VisualFields, "av1C"u8))
        : entry.Is("vp09"u8) ? Vp9(Configuration(entry, VisualFields, "vpcC"u8))
        : entry.Is("mp4a"u8) ? ElementaryStream.CodecName(Configuration(entry, AudioFields, "esds"u8))
        : entry.Is("Opus"u8) ? "opus"
        : entry.Is("fLaC"u8) ? "fLaC"
        : entry.Is("ac-3"u8) || entry.Is("ec-3"u8) ? entry.Name
        : throw new InvalidDataException($"A sample entry '{entry.Name}' is not known.");

    private static ReadOnlySpan<byte> Configuration(Box entry, int fields, ReadOnlySpan<byte> name)
    {
        var reader = new ByteReader(entry.Body);
        reader.Take(fields);
        return BoxReader.Find(reader.Take(reader.Remaining), name).Body;
    }

    // ISO/IEC 14496-15, 5.3.3.1: profile, constraints, level.
    private static string Avc(string name, ReadOnlySpan<byte> record)
    {
        var reader = new ByteReader(record);
        reader.U8();
        return $"{name}.{Convert.ToHexString(reader.Take(3))}";
    }

    // ISO/IEC 14496-15, annex E: profile, compatibility bits in reverse, tier and level, constraints.
    private static string Hevc(string name, ReadOnlySpan<byte> record)
    {
        var reader = new ByteReader(record);
        reader.U8();
        byte profile = reader.U8();
        uint compatible = reader.U32();
        ReadOnlySpan<byte> constraints = reader.Take(6).TrimEnd((byte)0);
        byte level = reader.U8();
        uint reversed = 0;
        for (int bit = 0; bit < 32; bit++)
        {
            reversed |= ((compatible >> bit) & 1) << (31 - bit);
        }

        string space = (profile >> 6) switch { 0 => "", 1 => "A", 2 => "B", _ => "C" };
        string text = $"{name}.{space}{profile & 0x1F}.{reversed:X}.{((profile & 0x20) != 0 ? 'H' : 'L')}{level}";
        foreach (byte constraint in constraints)
        {
            text += $".{constraint:X}";
        }

        return text;
    }

    // AV1 Codec ISO Media File Format Binding, section 5.
    private static string Av1(ReadOnlySpan<byte> record)
    {
        var reader = new ByteReader(record);
        reader.U8();
        byte profile = reader.U8();
        byte depth = reader.U8();
        int bits = (depth & 0x40) == 0 ? 8 : (depth & 0x20) == 0 ? 10 : 12;
        return $"av01.{profile >> 5}.{profile & 0x1F:D2}{((depth & 0x80) != 0 ? 'H' : 'M')}.{bits:D2}";
    }

    // VP Codec ISO Media File Format Binding, Codecs Parameter String.
    private static string Vp9(ReadOnlySpan<byte> record)
    {
        var reader = new ByteReader(record);
        reader.Take(4);
        return $"vp09.{reader.U8():D2}.{reader.U8():D2}.{reader.U8() >> 4:D2}";
    }
}
