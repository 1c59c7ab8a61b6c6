namespace TelegramHls.Media.Boxes;

/// <summary>Objects in E-AC-3 sound, as its configuration record tells of them (ETSI TS 102 366, F.6; TS 103 420, 8.3.2).</summary>
internal static class JointObjects
{
    private const int AudioFields = 28;

    /// <summary>The complexity of joint object coding, 1 to 16; null for sound without objects.</summary>
    /// <param name="init">An init segment of one track.</param>
    /// <exception cref="InvalidDataException">It is malformed.</exception>
    public static int? Of(ReadOnlySpan<byte> init)
    {
        if (init.IsEmpty)
        {
            return null;
        }

        ReadOnlySpan<byte> movie = BoxReader.Find(init, "moov"u8).Body;
        Box sample = Movie.SampleEntry(BoxReader.Find(BoxReader.Find(movie, "trak"u8).Body, "mdia"u8).Body);
        if (!sample.Is("ec-3"u8))
        {
            return null;
        }

        var entry = new ByteReader(sample.Body);
        entry.Take(AudioFields);
        var reader = new ByteReader(BoxReader.Find(entry.Take(entry.Remaining), "dec3"u8).Body);
        for (int substreams = reader.U16() & 7; substreams >= 0; substreams--)
        {
            // Each independent substream takes three bytes, and one more with the places of its dependent ones' channels.
            int dependents = (reader.Take(3)[2] >> 1) & 0xF;
            reader.Take(dependents > 0 ? 1 : 0);
        }

        // What follows was reserved once: a last bit that says whether the complexity follows.
        return reader.Remaining >= 2 && (reader.U8() & 1) != 0 && reader.U8() is > 0 and <= 16 and var complexity ? complexity : null;
    }
}
