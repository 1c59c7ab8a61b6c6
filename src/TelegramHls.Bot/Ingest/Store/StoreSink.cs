using TelegramHls.Media.Fragments;
using TelegramHls.Media.Packaging;
using TelegramHls.Storage.Parts;

namespace TelegramHls.Bot.Ingest.Store;

/// <summary>
/// Joins packaging and storing: bytes go to the writer, fragments to the journal, and a part may end where a fragment ends.
/// </summary>
internal sealed class StoreSink(
    SyncedJournal journal, Func<PackageHeader, CancellationToken, Task> onHeader, Action onDropped) : IPackageSink
{
    private int? _version;

    /// <summary>Set once the writer is open, before the first byte.</summary>
    public required StoredFileWriter Writer { get; init; }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        int before = _version ??= Writer.Version;
        await Writer.WriteAsync(bytes, cancellationToken);
        if (Writer.Version != before)
        {
            _version = Writer.Version;
            onDropped();
        }
    }

    public async ValueTask HeaderAsync(PackageHeader header, CancellationToken cancellationToken)
    {
        await journal.AppendAsync(header, cancellationToken);
        await onHeader(header, cancellationToken);
    }

    public async ValueTask FragmentAsync(Fragment fragment, CancellationToken cancellationToken)
    {
        await journal.AppendAsync(fragment, cancellationToken);
        Writer.MarkBoundary();
    }
}
