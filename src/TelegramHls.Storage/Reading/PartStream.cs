using TelegramHls.Core.Storing;
using TelegramHls.Storage.Cache;

namespace TelegramHls.Storage.Reading;

/// <summary>The bytes of a stored file. It holds one part of the cache at a time and no bytes in memory.</summary>
public sealed class PartStream : ReadOnlyByteStream
{
    // Less than this read in a row is a look at a header or an index, not a player.
    private const int SteadyBytes = 512 * 1024;

    private readonly StoredFile _file;
    private readonly PartCache _cache;
    private readonly PartPrefetch _prefetch;
    private readonly Patience _patience;
    private PartLease? _lease;
    private long _expected;
    private long _inARow;

    internal PartStream(StoredFile file, PartCache cache, PartPrefetch prefetch, Patience patience)
    {
        _file = file;
        _cache = cache;
        _prefetch = prefetch;
        _patience = patience;
        Length = file.Length;
    }

    /// <summary>Bytes in the parts that were committed when the stream was opened.</summary>
    public override long Length { get; }

    /// <summary>The version of the stored file that is read.</summary>
    public int Version => _file.Version;

    private protected override async ValueTask<int> ReadAtAsync(
        long position, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        PartLease lease = Hold(position);
        int within = (int)(position - lease.Part.Offset);
        Memory<byte> room = buffer[..Math.Min(buffer.Length, lease.Part.Length - within)];
        int count = await lease.ReadAsync(within, room, _patience.Left, cancellationToken);
        _patience.Begin();
        LookAhead(lease.Part, position, count);
        return count;
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        _lease?.Dispose();
        _lease = null;
        base.Dispose(disposing);
    }

    private PartLease Hold(long position)
    {
        if (_lease is { Part: { } part } && position >= part.Offset && position < part.Offset + part.Length)
        {
            return _lease;
        }

        _lease?.Dispose();
        return _lease = _cache.Open(_file.Id, _file.Parts[IndexOf(position)]);
    }

    private int IndexOf(long position)
    {
        int low = 0;
        int high = _file.Parts.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (_file.Parts[middle].Offset <= position)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    private void LookAhead(StoredPart part, long position, int count)
    {
        _inARow = position == _expected ? _inARow + count : count;
        _expected = position + count;
        bool nearEnd = _expected - part.Offset > part.Length / 2;
        if (nearEnd && _inARow >= SteadyBytes && part.Index + 1 < _file.Parts.Length)
        {
            _prefetch.Begin(_file.Id, _file.Parts[part.Index + 1]);
        }
    }
}
