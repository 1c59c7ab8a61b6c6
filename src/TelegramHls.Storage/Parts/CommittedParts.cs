using TelegramHls.Core.Ids;
using TelegramHls.Core.Storing;

namespace TelegramHls.Storage.Parts;

/// <summary>What an earlier run has stored of the file: kept as long as the same bytes come again.</summary>
internal sealed class CommittedParts(
    StoredFileId file, int version, IReadOnlyList<StoredPart> committed, IPartLedger ledger)
{
    private readonly Dictionary<int, StoredPart> _byIndex = committed.ToDictionary(part => part.Index);

    public int Version { get; private set; } = version;

    /// <summary>
    /// True when the part is committed already. At the first one with other bytes it and all after it are dropped.
    /// </summary>
    public async Task<bool> HasAsync(SpooledPart part, CancellationToken cancellationToken)
    {
        if (!_byIndex.TryGetValue(part.Index, out StoredPart? known))
        {
            return false;
        }

        if (part.Equals(known))
        {
            return true;
        }

        await DropFromAsync(part.Index, cancellationToken);
        return false;
    }

    /// <summary>The file has <paramref name="count"/> parts: drops what an earlier run stored beyond.</summary>
    public async Task EndAtAsync(int count, CancellationToken cancellationToken)
    {
        if (_byIndex.Keys.Any(index => index >= count))
        {
            await DropFromAsync(count, cancellationToken);
        }
    }

    private async Task DropFromAsync(int index, CancellationToken cancellationToken)
    {
        Version = await ledger.DropPartsAsync(file, index, cancellationToken);
        foreach (int later in _byIndex.Keys.Where(key => key >= index).ToList())
        {
            _byIndex.Remove(later);
        }
    }
}
