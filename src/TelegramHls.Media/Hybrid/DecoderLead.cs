using TelegramHls.Media.Boxes;
using TelegramHls.Media.Encoders;
using TelegramHls.Media.Fragments;

namespace TelegramHls.Media.Hybrid;

/// <summary>
/// How much of a track's beginning only serves the decoder: what Opus says of itself (Opus in ISOBMFF, 4.3.2 and 4.4), and
/// what our own encoder puts there. What other AAC carries is not told by the source.
/// </summary>
internal static class DecoderLead
{
    private const int AudioFields = 28;

    /// <summary>Units of the track; 0 for other codecs.</summary>
    /// <exception cref="InvalidDataException">The sample entry is malformed.</exception>
    public static int Of(PackagedTrack track)
    {
        if (track.Plan.SoundEncoding is not null)
        {
            return SoftwareEncoders.SoundLead;
        }

        if (!string.Equals(track.Codecs, "opus", StringComparison.Ordinal))
        {
            return 0;
        }

        ReadOnlySpan<byte> movie = BoxReader.Find(track.Init.Span, "moov"u8).Body;
        ReadOnlySpan<byte> media = BoxReader.Find(BoxReader.Find(movie, "trak"u8).Body, "mdia"u8).Body;
        var entry = new ByteReader(Movie.SampleEntry(media).Body);
        entry.Take(AudioFields);
        var reader = new ByteReader(BoxReader.Find(entry.Take(entry.Remaining), "dOps"u8).Body);
        reader.Take(2);
        // Counted at 48 kHz, whatever the sound was recorded at.
        return (int)(reader.U16() * (long)track.Timescale / 48_000);
    }
}
