using TelegramHls.Core.Storing;

namespace TelegramHls.Storage.Cache;

/// <summary>
/// The hold on a part of a reader, or of somebody who fetches it ahead of one: while it is held, the part stays in the cache.
/// </summary>
internal sealed class PartLease(CachedPart part, bool isAhead) : IDisposable
{
    private CachedPart? _part = part;

    public StoredPart Part { get; } = part.Part;

    /// <summary>Reads verified bytes at <paramref name="offset"/> of the part: at least one, at most up to its end.</summary>
    /// <exception cref="PartUnavailableException">No way leads to them, or none came within <paramref name="longest"/>.</exception>
    public ValueTask<int> ReadAsync(
        int offset, Memory<byte> buffer, TimeSpan longest, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_part is null, this);
        return _part.ReadAsync(offset, buffer, longest, cancellationToken);
    }

    /// <summary>Comes back once the part is in the cache from the byte at <paramref name="offset"/> on.</summary>
    public async Task FillAsync(int offset, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_part is null, this);
        for (int block = offset / PartHashes.BlockSize; block < _part.Blocks.Count; block++)
        {
            await _part.EnsureAsync(block, Timeout.InfiniteTimeSpan, cancellationToken);
        }
    }

    public void Dispose() => Interlocked.Exchange(ref _part, null)?.Leave(isAhead);
}
