using TelegramHls.Core.Storing;

namespace TelegramHls.Storage.Parts;

/// <summary>
/// Takes the bytes of a stored file in order and stores them while they come. A write waits while the bots are behind.
/// For one caller at a time. Disposing it before it is complete ends the uploads; what is committed stays and is not
/// sent again by the next writer that brings the same bytes.
/// </summary>
public sealed class StoredFileWriter : IAsyncDisposable
{
    private const int BufferSize = 64 * 1024;

    private readonly StoreRequest _request;
    private readonly string _spool;
    private readonly PartUploads _uploads;
    private readonly CommittedParts _committed;
    private readonly CommitProgress _progress;
    private readonly IPartLedger _ledger;
    private readonly PartCutter _cutter;
    private int _parts;

    internal StoredFileWriter(
        StoreRequest request,
        string spool,
        PartUploads uploads,
        CommittedParts committed,
        CommitProgress progress,
        IPartLedger ledger)
    {
        _request = request;
        _spool = spool;
        _uploads = uploads;
        _committed = committed;
        _progress = progress;
        _ledger = ledger;
        _cutter = new PartCutter(request.Video, request.Sizes, spool, AddAsync);
    }

    /// <summary>Bytes taken so far.</summary>
    public long Length => _cutter.Length;

    /// <summary>The version of the stored file; grows when parts of an earlier run turn out to differ.</summary>
    public int Version => _committed.Version;

    /// <summary>Takes the next bytes.</summary>
    /// <exception cref="Pool.StorageUnavailableException">No storage bot could store anything for a while.</exception>
    /// <exception cref="Pool.PartRefusedException">Telegram refuses a part for what it is.</exception>
    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        _cutter.WriteAsync(bytes, cancellationToken);

    /// <summary>Takes everything that is left of <paramref name="content"/>.</summary>
    /// <exception cref="Pool.StorageUnavailableException">No storage bot could store anything for a while.</exception>
    /// <exception cref="Pool.PartRefusedException">Telegram refuses a part for what it is.</exception>
    public async Task WriteAllAsync(Stream content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        byte[] buffer = new byte[BufferSize];
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            await WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }

    /// <summary>A fragment ends after the bytes written so far; a part that is nearly full ends there too.</summary>
    public void MarkBoundary() => _cutter.MarkBoundary();

    /// <summary>Stores the rest and comes back once every part is committed and the file is marked complete.</summary>
    /// <exception cref="Pool.StorageUnavailableException">No storage bot could store anything for a while.</exception>
    /// <exception cref="Pool.PartRefusedException">Telegram refuses a part for what it is.</exception>
    /// <exception cref="InvalidOperationException">No byte was written.</exception>
    public async Task<StoredFileSummary> CompleteAsync(CancellationToken cancellationToken)
    {
        string sha256 = await _cutter.FinishAsync(cancellationToken);
        if (_parts == 0)
        {
            throw new InvalidOperationException("A stored file has at least one byte.");
        }

        await _uploads.FinishAsync(cancellationToken);
        await _committed.EndAtAsync(_parts, cancellationToken);
        await _ledger.CompleteFileAsync(_request.File, sha256, cancellationToken);
        return new StoredFileSummary(_cutter.Length, sha256, Version, _parts);
    }

    /// <summary>Ends the uploads that are still on their way and deletes the spool.</summary>
    public async ValueTask DisposeAsync()
    {
        await _uploads.DisposeAsync();
        await _cutter.DisposeAsync();
        if (Directory.Exists(_spool))
        {
            Directory.Delete(_spool, recursive: true);
        }
    }

    private async ValueTask AddAsync(SpooledPart part, CancellationToken cancellationToken)
    {
        _parts++;
        if (_request.WhenCut is { } hear)
        {
            await hear(part.Offset + part.Length, part.Hashes.Sha256, cancellationToken);
        }

        if (await _committed.HasAsync(part, cancellationToken))
        {
            File.Delete(part.Path);
            _progress.Add(part);
        }
        else
        {
            await _uploads.AddAsync(part, cancellationToken);
        }
    }
}
