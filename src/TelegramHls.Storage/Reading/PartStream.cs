using TelegramHls.Core.Storing;
using TelegramHls.Storage.Cache;
using TelegramHls.Storage.Reading.Ahead;

namespace TelegramHls.Storage.Reading;

/// <summary>The bytes of a stored file. It holds one part of the cache at a time and no bytes in memory.</summary>
public sealed class PartStream : ReadOnlyByteStream
{
    private readonly StoredFile _file;
    private readonly PartCache _cache;
    private readonly ReadAhead _ahead;
    private readonly Patience _patience;
    private PartLease? _lease;
    private PlayHead? _head;

    internal PartStream(StoredFile file, PartCache cache, ReadAhead ahead, Patience patience)
    {
        _file = file;
        _cache = cache;
        _ahead = ahead;
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
        _head = _ahead.Follow(_head, _file, position, position + count);
        return count;
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        _lease?.Dispose();
        _lease = null;
        _ahead.Leave(_head, isGone: !IsFinished);
        _head = null;
        base.Dispose(disposing);
    }

    private PartLease Hold(long position)
    {
        if (_lease is { Part: { } part } && position >= part.Offset && position < part.Offset + part.Length)
        {
            return _lease;
        }

        _lease?.Dispose();
        return _lease = _cache.Open(_file.Id, _file.Parts[_file.IndexOf(position)], isAhead: false);
    }
}
