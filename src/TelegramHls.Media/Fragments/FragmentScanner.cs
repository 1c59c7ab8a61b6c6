using System.Buffers;
using System.Collections.Frozen;
using TelegramHls.Media.Boxes;

namespace TelegramHls.Media.Fragments;

/// <summary>Finds header and fragments in a stream of bytes as it comes; media bytes are skipped, never copied.</summary>
internal sealed class FragmentScanner
{
    private const int MaxBoxInMemory = 16 * 1024 * 1024;

    private readonly ArrayBufferWriter<byte> _box = new();
    private ReadOnlyMemory<byte> _fileType;
    private FrozenDictionary<int, SampleDefaults>? _defaults;
    private Fragment? _open;
    private BoxHeader? _header;
    private long _remaining;
    private long _position;

    /// <summary>Bytes scanned so far.</summary>
    public long Position => _position;

    /// <summary>The tracks, once <see cref="ScanResult.Header"/> was returned.</summary>
    public MovieTrack[] Tracks { get; private set; } = [];

    /// <summary>The fragment that ended last.</summary>
    public Fragment? Last { get; private set; }

    /// <summary>Scans up to the end of <paramref name="bytes"/> or of the header or of a fragment, whichever comes first.</summary>
    /// <exception cref="InvalidDataException">The stream is not what we package.</exception>
    public ScanResult Scan(ReadOnlySpan<byte> bytes, out int consumed)
    {
        consumed = 0;
        while (consumed < bytes.Length)
        {
            ReadOnlySpan<byte> rest = bytes[consumed..];
            int taken = _header is null ? TakeHeader(rest) : TakeBody(rest);
            consumed += taken;
            _position += taken;
            if (_header is { } header && _remaining == 0)
            {
                _header = null;
                ScanResult result = EndBox(header);
                if (result != ScanResult.More)
                {
                    return result;
                }
            }
        }

        return ScanResult.More;
    }

    /// <summary>Says that the stream has ended.</summary>
    /// <exception cref="InvalidDataException">It ended in the middle, or before the first fragment.</exception>
    public void Complete()
    {
        if (_header is not null || _box.WrittenCount > 0 || _open is not null || Last is null)
        {
            throw new InvalidDataException("The stream ends in the middle.");
        }
    }

    // Collects the header byte by byte group: it may lie across two reads.
    private int TakeHeader(ReadOnlySpan<byte> rest)
    {
        int known = _box.WrittenCount;
        int taken = Math.Min(rest.Length, known < 8 ? 8 - known : BoxHeader.MaxLength - known);
        _box.Write(rest[..taken]);
        if (!BoxHeader.TryRead(_box.WrittenSpan, out BoxHeader header))
        {
            return taken;
        }

        bool media = header.Is("mdat"u8);
        if (!media && header.Size > MaxBoxInMemory)
        {
            throw new InvalidDataException($"A box of {header.Size} bytes in front of the media.");
        }

        _header = header;
        _remaining = header.Size - header.HeaderLength;
        return taken;
    }

    private int TakeBody(ReadOnlySpan<byte> rest)
    {
        int taken = (int)Math.Min(rest.Length, _remaining);
        if (!_header!.Value.Is("mdat"u8))
        {
            _box.Write(rest[..taken]);
        }

        _remaining -= taken;
        return taken;
    }

    private ScanResult EndBox(BoxHeader header)
    {
        ReadOnlySpan<byte> box = _box.WrittenSpan;
        ScanResult result = ScanResult.More;
        if (header.Is("ftyp"u8) && _fileType.IsEmpty)
        {
            _fileType = box.ToArray();
        }
        else if (header.Is("moov"u8) && !_fileType.IsEmpty && _defaults is null)
        {
            Tracks = Movie.Read(_fileType.Span, box);
            _defaults = Tracks.ToFrozenDictionary(track => track.Number, track => track.Defaults);
            result = ScanResult.Header;
        }
        else if (header.Is("moof"u8) && _defaults is not null && _open is null)
        {
            _open = MovieFragment.Read(box, _position - header.Size, _defaults);
        }
        else if (header.Is("mdat"u8) && _open is not null)
        {
            Last = Close(_open, header);
            _open = null;
            result = ScanResult.Fragment;
        }
        else
        {
            throw new InvalidDataException($"A box {header.Type:X8} in a place where it does not belong.");
        }

        _box.ResetWrittenCount();
        return result;
    }

    private Fragment Close(Fragment fragment, BoxHeader media)
    {
        long first = _position - media.Size + media.HeaderLength;
        foreach (SampleRun run in fragment.Runs)
        {
            long size = run.Samples.Sum(sample => (long)sample.Size);
            if (run.DataOffset < first || run.DataOffset + size > _position)
            {
                throw new InvalidDataException("Samples outside of their fragment.");
            }
        }

        return fragment with { Length = _position - fragment.Offset };
    }
}
