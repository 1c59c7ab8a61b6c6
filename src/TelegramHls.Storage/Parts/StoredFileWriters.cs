using TelegramHls.Core.Storing;
using TelegramHls.Storage.Pool;

namespace TelegramHls.Storage.Parts;

/// <summary>Opens writers of stored files.</summary>
public sealed class StoredFileWriters
{
    private readonly IPartLedger _ledger;
    private readonly BotPool _pool;
    private readonly StorageDirectories _directories;
    private readonly StopGrace _grace;
    private readonly TimeProvider _clock;

    internal StoredFileWriters(
        IPartLedger ledger, BotPool pool, StorageDirectories directories, StopGrace grace, TimeProvider clock)
    {
        (_grace, _clock) = (grace, clock);
        _ledger = ledger;
        _pool = pool;
        _directories = directories;
    }

    /// <summary>Begins to write the stored file, or goes on with it. One writer for a file at a time.</summary>
    /// <exception cref="StorageUnavailableException">No storage bot is configured, or each is known to be out.</exception>
    public async Task<StoredFileWriter> OpenAsync(StoreRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        _pool.ThrowWhenAllAreOut();
        StoredFile file = await _ledger.OpenFileAsync(request.File, request.Video, cancellationToken);
        IReadOnlyList<StoredPart> committed = await _ledger.CommittedPartsAsync(request.File, cancellationToken);
        string spool = Path.Combine(_directories.Spool, request.File.Value);
        if (Directory.Exists(spool))
        {
            Directory.Delete(spool, recursive: true);
        }

        Directory.CreateDirectory(spool, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var progress = new CommitProgress(request);
        var uploads = new PartUploads(request, progress, _ledger, _pool, _grace, _clock);
        var resume = new CommittedParts(request.File, file.Version, committed, _ledger);
        return new StoredFileWriter(request, spool, uploads, resume, progress, _ledger);
    }
}
