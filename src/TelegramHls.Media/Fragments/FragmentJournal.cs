using System.Text.Json;

namespace TelegramHls.Media.Fragments;

/// <summary>
/// A file that header and fragments are appended to while a film is packaged. Flush it before a part's row is committed:
/// then every committed byte has its fragment here.
/// </summary>
/// <remarks>
/// A record that a crash tore is dropped on opening. When packaging runs again under the same plan, the records that are
/// here already come again; they are compared and not written twice.
/// </remarks>
public sealed class FragmentJournal : IAsyncDisposable
{
    private readonly FileStream _file;
    private readonly NumberWriter _writer = new();
    private readonly List<Fragment> _known;
    private int _next;
    private bool _hasEnd;

    private FragmentJournal(FileStream file, PackageHeader? header, List<Fragment> known, bool isComplete)
    {
        _file = file;
        _known = known;
        _hasEnd = isComplete;
        Header = header;
    }

    /// <summary>The header, once appended or read.</summary>
    public PackageHeader? Header { get; private set; }

    /// <summary>Opens the file for appending, made when it does not exist; a torn record at its end is cut off.</summary>
    public static FragmentJournal Open(string path)
    {
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 64 * 1024);
        var reader = new JournalReader(file);
        List<Fragment> known = [.. reader.Fragments().Select(fragment => fragment.WithoutSamples())];
        file.SetLength(reader.ValidLength);
        file.Position = reader.ValidLength;
        return new FragmentJournal(file, reader.Header, known, reader.IsComplete);
    }

    /// <summary>The table that a journal holds so far; null when its header is not in it yet.</summary>
    public static FragmentTable? ReadTable(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 64 * 1024);
        var reader = new JournalReader(file);
        FragmentTable? table = null;
        foreach (Fragment fragment in reader.Fragments())
        {
            table ??= new FragmentTable(reader.Header ?? throw new InvalidDataException("A journal without a header."));
            table.Add(fragment);
        }

        table ??= reader.Header is { } header ? new FragmentTable(header) : null;
        if (reader.IsComplete)
        {
            table?.Complete();
        }

        return table;
    }

    /// <summary>Appends the header.</summary>
    /// <exception cref="InvalidDataException">Another header is in the file: the bytes are not those of the run before.</exception>
    public async ValueTask AppendAsync(PackageHeader header, CancellationToken cancellationToken)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(header);
        if (Header is null)
        {
            await WriteAsync(JournalRecord.Header, json, cancellationToken);
            Header = header;
        }
        else if (!JsonSerializer.SerializeToUtf8Bytes(Header).AsSpan().SequenceEqual(json))
        {
            throw new InvalidDataException("The header differs from that of the run before.");
        }
    }

    /// <summary>Appends a fragment.</summary>
    /// <exception cref="InvalidDataException">Another one is in the file in its place.</exception>
    public async ValueTask AppendAsync(Fragment fragment, CancellationToken cancellationToken)
    {
        if (_next == _known.Count)
        {
            _writer.Clear();
            FragmentCodec.Write(_writer, fragment, withSamples: true);
            await WriteAsync(JournalRecord.Fragment, _writer.Written, cancellationToken);
            return;
        }

        Fragment before = _known[_next++];
        if (before.Track != fragment.Track || before.Offset != fragment.Offset || before.Length != fragment.Length
            || before.DecodeTime != fragment.DecodeTime || before.Duration != fragment.Duration)
        {
            throw new InvalidDataException($"The fragment at {fragment.Offset} differs from that of the run before.");
        }
    }

    /// <summary>Marks that no fragment will follow, and flushes.</summary>
    public async ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        if (!_hasEnd)
        {
            await WriteAsync(JournalRecord.End, ReadOnlyMemory<byte>.Empty, cancellationToken);
            _hasEnd = true;
        }

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
