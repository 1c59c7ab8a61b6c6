using TelegramHls.Core.Ids;
using TelegramHls.Core.Storing;

namespace TelegramHls.Storage.Reading;

/// <summary>
/// The part lists of the files that are read at present. A long film's list with its hashes is above a megabyte, and
/// each HLS segment is a request of its own, so the list is not read anew for each.
/// </summary>
internal sealed class KnownFiles(IPartLedger ledger, TimeProvider time)
{
    private const int Most = 64;

    // A list is read again after this long, so that new replicas and dropped parts come to be known.
    private static readonly TimeSpan Complete = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Growing = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private readonly Dictionary<StoredFileId, Known> _files = [];

    /// <summary>The stored file, read anew when what is known is old or ends before <paramref name="end"/>.</summary>
    /// <exception cref="FileNotFoundException">There is no stored file of that id.</exception>
    public async ValueTask<StoredFile> GetAsync(StoredFileId id, long end, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        lock (_gate)
        {
            if (_files.TryGetValue(id, out Known? known)
                && known.Until > now
                && (known.File.IsComplete || known.File.Length >= end))
            {
                return known.File;
            }
        }

        StoredFile file = await ledger.FindFileAsync(id, cancellationToken)
            ?? throw new FileNotFoundException($"There is no stored file {id}.");
        lock (_gate)
        {
            _files[id] = new Known(file, now + (file.IsComplete ? Complete : Growing));
            if (_files.Count > Most)
            {
                _files.Remove(_files.MinBy(entry => entry.Value.Until).Key);
            }
        }

        return file;
    }

    /// <summary>The part with all replicas that are known by now; as it was given when it is known no longer.</summary>
    public async ValueTask<StoredPart> PartAsync(StoredFileId id, StoredPart part, CancellationToken cancellationToken)
    {
        try
        {
            StoredFile file = await GetAsync(id, part.Offset + part.Length, cancellationToken);
            return Find(file, part) ?? part;
        }
        catch (FileNotFoundException)
        {
            // Deleted under its reader, who reads on.
            return part;
        }
    }

    /// <summary>A bot got an id of its own; it is the first to be tried.</summary>
    public void Learn(StoredFileId id, StoredPart part, Replica own)
    {
        lock (_gate)
        {
            if (_files.TryGetValue(id, out Known? known) && Find(known.File, part) is { } old)
            {
                IEnumerable<Replica> others = old.Replicas.Where(other =>
                    (other.ChatId, other.MessageId, other.BotId) != (own.ChatId, own.MessageId, own.BotId));
                StoredPart learnt = old with { Replicas = [own, .. others] };
                _files[id] = known with
                {
                    File = known.File with { Parts = known.File.Parts.SetItem(part.Index, learnt) },
                };
            }
        }
    }

    public void Forget(StoredFileId id)
    {
        lock (_gate)
        {
            _files.Remove(id);
        }
    }

    private static StoredPart? Find(StoredFile file, StoredPart part) =>
        part.Index < file.Parts.Length && file.Parts[part.Index].Hashes.Sha256 == part.Hashes.Sha256
            ? file.Parts[part.Index]
            : null;

    private sealed record Known(StoredFile File, DateTimeOffset Until);
}
