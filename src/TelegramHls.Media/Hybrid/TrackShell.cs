using TelegramHls.Media.Boxes;
using TelegramHls.Media.Fragments;

namespace TelegramHls.Media.Hybrid;

/// <summary>The boxes of a track that are taken over from its init segment as they are.</summary>
internal sealed class TrackShell
{
    private const int TrackHeaderTail = 60;

    private TrackShell(uint flags, byte[] tail, byte[] language, byte[] handler, byte[] media, byte[] entries)
    {
        Flags = flags;
        HeaderTail = tail;
        Language = language;
        Handler = handler;
        Media = media;
        Entries = entries;
    }

    /// <summary>Flags of <c>tkhd</c>.</summary>
    public uint Flags { get; }

    /// <summary><c>tkhd</c> from after its duration: layer, group, volume, matrix, width, height.</summary>
    public ReadOnlyMemory<byte> HeaderTail { get; }

    /// <summary>The last four bytes of <c>mdhd</c>.</summary>
    public ReadOnlyMemory<byte> Language { get; }

    /// <summary>The whole <c>hdlr</c>.</summary>
    public ReadOnlyMemory<byte> Handler { get; }

    /// <summary>All of <c>minf</c> but <c>stbl</c>.</summary>
    public ReadOnlyMemory<byte> Media { get; }

    /// <summary>The whole <c>stsd</c>.</summary>
    public ReadOnlyMemory<byte> Entries { get; }

    /// <exception cref="InvalidDataException">The init segment is malformed.</exception>
    public static TrackShell Of(PackagedTrack track)
    {
        ReadOnlySpan<byte> movie = BoxReader.Find(track.Init.Span, "moov"u8).Body;
        ReadOnlySpan<byte> trak = BoxReader.Find(movie, "trak"u8).Body;
        ReadOnlySpan<byte> header = BoxReader.Find(trak, "tkhd"u8).Body;
        ReadOnlySpan<byte> mdia = BoxReader.Find(trak, "mdia"u8).Body;
        ReadOnlySpan<byte> minf = BoxReader.Find(mdia, "minf"u8).Body;
        var media = new BoxWriter();
        var boxes = new BoxReader(minf);
        while (boxes.TryNext(out Box box))
        {
            media.Raw(box.Is("stbl"u8) ? default : box.Whole);
        }

        return new TrackShell(
            new ByteReader(header).U32() & 0xFF_FFFF,
            Tail(header, TrackHeaderTail),
            Tail(BoxReader.Find(mdia, "mdhd"u8).Body, sizeof(int)),
            BoxReader.Find(mdia, "hdlr"u8).Whole.ToArray(),
            media.Written.ToArray(),
            BoxReader.Find(BoxReader.Find(minf, "stbl"u8).Body, "stsd"u8).Whole.ToArray());
    }

    /// <summary>The last bytes of a box, where the fields lie that its version does not move.</summary>
    public static byte[] Tail(ReadOnlySpan<byte> box, int length) =>
        box.Length >= length ? box[^length..].ToArray() : throw new InvalidDataException("A box ends too early.");
}
