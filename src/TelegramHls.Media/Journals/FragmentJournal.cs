using System.Buffers.Binary;
using System.Text.Json;
using TelegramHls.Media.Fragments;

namespace TelegramHls.Media.Journals;

/// <summary>
/// A file that header, fragments and cuts are appended to while a run packages a film. Flush it before a part's row is
/// committed: then every fragment that was appended before lies on the disk. Each run writes a journal of its own.
/// </summary>
public sealed class FragmentJournal : IAsyncDisposable
{
    private readonly FileStream _file;
    private readonly NumberWriter _writer = new();

    private FragmentJournal(FileStream file) => _file = file;

    /// <summary>Makes the file.</summary>
    /// <exception cref="IOException">There is a file of that name.</exception>
    public static FragmentJournal Create(string path) => new(new FileStream(
        path, FileMode.CreateNew, FileAccess.Write, FileShare.Read | FileShare.Delete, bufferSize: 64 * 1024));

    /// <summary>The table that a journal holds so far, up to a record that is torn; null when its header is not in it yet.</summary>
    public static FragmentTable? ReadTable(string path)
    {
        var tail = new JournalTail(path);
        tail.Advance();
        if (tail.IsComplete)
        {
            tail.Table?.Complete();
        }

        return tail.Table;
    }

    /// <summary>Appends the header.</summary>
    public ValueTask AppendAsync(PackageHeader header, CancellationToken cancellationToken) =>
        WriteAsync(JournalRecord.Header, JsonSerializer.SerializeToUtf8Bytes(header), cancellationToken);

    /// <summary>Appends a fragment.</summary>
    public ValueTask AppendAsync(Fragment fragment, CancellationToken cancellationToken)
    {
        _writer.Clear();
        FragmentCodec.Write(_writer, fragment, withSamples: true);
        return WriteAsync(JournalRecord.Fragment, _writer.Written, cancellationToken);
    }

    /// <summary>Appends a cut; a part ends there.</summary>
    public ValueTask AppendAsync(PartCut cut, CancellationToken cancellationToken)
    {
        byte[] hash = Convert.FromHexString(cut.Sha256);
        byte[] payload = new byte[sizeof(long) + hash.Length];
        BinaryPrimitives.WriteInt64LittleEndian(payload, cut.End);
        hash.CopyTo(payload, sizeof(long));
        return WriteAsync(JournalRecord.Cut, payload, cancellationToken);
    }

    /// <summary>Marks that no fragment will follow, and flushes.</summary>
    public async ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        await WriteAsync(JournalRecord.End, ReadOnlyMemory<byte>.Empty, cancellationToken);
        await FlushAsync(cancellationToken);
    }

    /// <summary>Returns when everything appended so far lies on the disk (fsync).</summary>
    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        await _file.FlushAsync(cancellationToken);
        RandomAccess.FlushToDisk(_file.SafeFileHandle);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _file.DisposeAsync();

    private async ValueTask WriteAsync(byte kind, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        byte[] frame = new byte[JournalRecord.FrameLength];
        JournalRecord.WriteFrame(frame, kind, payload.Span);
        await _file.WriteAsync(frame, cancellationToken);
        await _file.WriteAsync(payload, cancellationToken);
    }
}
