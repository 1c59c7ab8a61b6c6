namespace TelegramHls.Media.Boxes;

/// <summary>Reads the <c>moov</c> of a fragmented file.</summary>
internal static class Movie
{
    private const int MaxTracks = 256;
    private const int MaxFileType = 4096;

    // ISO/IEC 14496-12: mvhd takes 120 bytes at most, trex 32.
    private const int MaxHeader = 128;

    /// <summary>Its tracks in their order.</summary>
    /// <param name="fileType">The whole <c>ftyp</c> box.</param>
    /// <param name="movie">The whole <c>moov</c> box.</param>
    /// <exception cref="InvalidDataException">It is malformed.</exception>
    public static MovieTrack[] Read(ReadOnlySpan<byte> fileType, ReadOnlySpan<byte> movie)
    {
        ReadOnlySpan<byte> body = BoxReader.Find(movie, "moov"u8).Body;
        ReadOnlySpan<byte> header = BoxReader.Find(body, "mvhd"u8).Whole;
        ReadOnlySpan<byte> extends = BoxReader.Find(body, "mvex"u8).Body;
        // Each track's init segment repeats these.
        if (fileType.Length > MaxFileType || header.Length > MaxHeader || extends.Length > MaxTracks * MaxHeader)
        {
            throw new InvalidDataException("A movie whose first boxes are too large.");
        }

        var tracks = new List<MovieTrack>();
        var reader = new BoxReader(body);
        while (reader.TryNext(out Box box))
        {
            if (box.Is("trak"u8))
            {
                if (tracks.Count == MaxTracks)
                {
                    throw new InvalidDataException($"A movie of more than {MaxTracks} tracks.");
                }

                tracks.Add(Track(fileType, header, box, extends));
            }
        }

        return tracks.Count > 0 && tracks.DistinctBy(track => track.Number).Count() == tracks.Count
            ? [.. tracks]
            : throw new InvalidDataException($"A movie of {tracks.Count} tracks.");
    }

    private static MovieTrack Track(
        ReadOnlySpan<byte> fileType, ReadOnlySpan<byte> header, Box track, ReadOnlySpan<byte> extends)
    {
        uint number = Number(BoxReader.Find(track.Body, "tkhd"u8));
        ReadOnlySpan<byte> media = BoxReader.Find(track.Body, "mdia"u8).Body;
        uint timescale = Timescale(BoxReader.Find(media, "mdhd"u8));
        Box defaults = Defaults(extends, number);
        var reader = new ByteReader(defaults.Body);
        reader.Take(12);
        return new MovieTrack(
            (int)number,
            timescale,
            CodecName.Read(SampleEntry(media)),
            new SampleDefaults(reader.U32(), reader.U32(), reader.U32()),
            Init(fileType, header, track, defaults));
    }

    private static ReadOnlyMemory<byte> Init(
        ReadOnlySpan<byte> fileType, ReadOnlySpan<byte> header, Box track, Box defaults) =>
        new BoxWriter().Raw(fileType)
            .Begin("moov"u8).Raw(header).Raw(track.Whole)
            .Begin("mvex"u8).Raw(defaults.Whole).End()
            .End()
            .Written.ToArray();

    /// <summary>The first sample entry under a <c>mdia</c>'s content.</summary>
    public static Box SampleEntry(ReadOnlySpan<byte> media)
    {
        ReadOnlySpan<byte> table = BoxReader.Find(BoxReader.Find(media, "minf"u8).Body, "stbl"u8).Body;
        var reader = new ByteReader(BoxReader.Find(table, "stsd"u8).Body);
        reader.Take(8);
        var entries = new BoxReader(reader.Take(reader.Remaining));
        return entries.TryNext(out Box entry) ? entry : throw new InvalidDataException("A track without a sample entry.");
    }

    private static uint Number(Box header)
    {
        var reader = new ByteReader(header.Body);
        bool large = (reader.U32() >> 24) == 1;
        reader.Take(large ? 16 : 8);
        uint number = reader.U32();
        return number is > 0 and <= int.MaxValue ? number : throw new InvalidDataException($"A track of number {number}.");
    }

    private static uint Timescale(Box header)
    {
        var reader = new ByteReader(header.Body);
        bool large = (reader.U32() >> 24) == 1;
        reader.Take(large ? 16 : 8);
        uint timescale = reader.U32();
        return timescale > 0 ? timescale : throw new InvalidDataException("A track without a timescale.");
    }

    private static Box Defaults(ReadOnlySpan<byte> extends, uint number)
    {
        var boxes = new BoxReader(extends);
        while (boxes.TryNext(out Box box))
        {
            if (box.Is("trex"u8))
            {
                var reader = new ByteReader(box.Body);
                reader.Take(4);
                if (reader.U32() == number)
                {
                    return box;
                }
            }
        }

        throw new InvalidDataException($"Track {number} has no 'trex' box.");
    }
}
