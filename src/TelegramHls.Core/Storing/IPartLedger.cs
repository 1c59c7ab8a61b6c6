using TelegramHls.Core.Ids;

namespace TelegramHls.Core.Storing;

/// <summary>
/// The durable record of what is stored where. Every method commits before it returns.
/// A row here is the truth; a message that no row names is an orphan.
/// </summary>
public interface IPartLedger
{
    /// <summary>Makes sure that the stored file has a row; an existing one is left as it is.</summary>
    Task<StoredFile> OpenFileAsync(StoredFileId file, VideoId video, CancellationToken cancellationToken);

    /// <summary>The stored file with its committed parts in order, or null when there is none of that id.</summary>
    Task<StoredFile?> FindFileAsync(StoredFileId file, CancellationToken cancellationToken);

    /// <summary>
    /// All committed parts in order, also those behind a hole that an interrupted run left: parts are stored side by side,
    /// and a repeated run must not send such a part again.
    /// </summary>
    Task<IReadOnlyList<StoredPart>> CommittedPartsAsync(StoredFileId file, CancellationToken cancellationToken);

    /// <summary>Writes the intent down before the send and returns its number. Also fills in the highest known message id of the chat.</summary>
    Task<long> BeginSendAsync(SendIntent intent, CancellationToken cancellationToken);

    /// <summary>The send surely did not happen (refused, throttled): removes the intent.</summary>
    Task AbandonSendAsync(long intent, CancellationToken cancellationToken);

    /// <summary>The answer to this send was lost: keeps the intent for the sweep and marks it.</summary>
    Task MarkSendUnknownAsync(long intent, CancellationToken cancellationToken);

    /// <summary>
    /// Commits part and replica and removes the intent, in one transaction. Parts may be committed out of order;
    /// <see cref="StoredFile.Parts"/> shows them once no index before them is missing.
    /// </summary>
    /// <exception cref="InvalidOperationException">The index is already committed with another SHA-256.</exception>
    Task CommitPartAsync(StoredFileId file, long intent, StoredPart part, CancellationToken cancellationToken);

    /// <summary>
    /// Forgets the parts from <paramref name="fromIndex"/> on, records their messages as orphans to be deleted and
    /// raises the version of the file. Returns the new version.
    /// </summary>
    Task<int> DropPartsAsync(StoredFileId file, int fromIndex, CancellationToken cancellationToken);

    /// <summary>All parts are committed: records the SHA-256 of the whole.</summary>
    Task CompleteFileAsync(StoredFileId file, string sha256, CancellationToken cancellationToken);

    /// <summary>A file_id went stale or a further bot got its own: replaces or adds the replica of this chat, message and bot.</summary>
    Task UpsertReplicaAsync(StoredFileId file, int partIndex, Replica replica, CancellationToken cancellationToken);
}
