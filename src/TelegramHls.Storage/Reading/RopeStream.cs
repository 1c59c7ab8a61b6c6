using Microsoft.Win32.SafeHandles;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Ropes;

namespace TelegramHls.Storage.Reading;

/// <summary>The bytes of a rope. Stored and local files are opened when the first byte of them is read.</summary>
public sealed class RopeStream : ReadOnlyByteStream
{
    private readonly Rope _rope;
    private readonly Patience _patience;
    private readonly Func<StoredFileId, long, CancellationToken, ValueTask<PartStream>> _open;
    private readonly Dictionary<StoredFileId, PartStream> _stored = [];
    private readonly Dictionary<string, SafeFileHandle> _local = new(StringComparer.Ordinal);

    internal RopeStream(
        Rope rope, Patience patience, Func<StoredFileId, long, CancellationToken, ValueTask<PartStream>> open)
    {
        _rope = rope;
        _patience = patience;
        _open = open;
    }

    /// <inheritdoc />
    public override long Length => _rope.Length;

    private protected override ValueTask<int> ReadAtAsync(
        long position, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        (int index, long within) = _rope.Locate(position);
        Piece piece = _rope.Pieces[index];
        Memory<byte> room = buffer[..(int)Math.Min(buffer.Length, piece.Length - within)];
        return piece.Match(
            inline => Given(Copy(inline, within, room)),
            stored => ReadStoredAsync(stored, within, room, cancellationToken),
            local => Given(ReadLocal(local, within, room)));
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (PartStream stream in _stored.Values)
            {
                stream.IsFinished = IsFinished;
                stream.Dispose();
            }

            foreach (SafeFileHandle handle in _local.Values)
            {
                handle.Dispose();
            }
        }

        base.Dispose(disposing);
    }

    /// <summary>Bytes of this machine are bytes too: who got them is in the middle.</summary>
    private ValueTask<int> Given(int count)
    {
        _patience.Begin();
        return ValueTask.FromResult(count);
    }

    private static int Copy(Piece.Inline inline, long within, Memory<byte> room)
    {
        inline.Bytes.Slice((int)within, room.Length).CopyTo(room);
        return room.Length;
    }

    private async ValueTask<int> ReadStoredAsync(
        Piece.Stored piece, long within, Memory<byte> room, CancellationToken cancellationToken)
    {
        long end = piece.Offset + piece.Length;
        if (!_stored.TryGetValue(piece.File, out PartStream? stream) || stream.Length < end)
        {
            PartStream longer = await _open(piece.File, end, cancellationToken);
            stream?.Dispose();
            _stored[piece.File] = stream = longer;
        }

        stream.Position = piece.Offset + within;
        int count = await stream.ReadAsync(room, cancellationToken);
        return count > 0
            ? count
            : throw new EndOfStreamException($"Stored file {piece.File} has {stream.Length} bytes, {end} are asked for.");
    }

    private int ReadLocal(Piece.Local piece, long within, Memory<byte> room)
    {
        if (!_local.TryGetValue(piece.Path, out SafeFileHandle? handle))
        {
            _local[piece.Path] = handle = File.OpenHandle(piece.Path);
        }

        int count = RandomAccess.Read(handle, room.Span, piece.Offset + within);
        return count > 0
            ? count
            : throw new EndOfStreamException($"{Path.GetFileName(piece.Path)} ends before byte {piece.Offset + within}.");
    }
}
