using TelegramHls.Core.Storing;

namespace TelegramHls.Storage.Cache;

/// <summary>A reader's hold on a part: while it is held, the part stays in the cache.</summary>
internal sealed class PartLease(CachedPart part) : IDisposable
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

    /// <summary>Comes back once the whole part is in the cache.</summary>
    public async Task FillAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_part is null, this);
        for (int block = 0; block < _part.Blocks.Count; block++)
        {
            await _part.EnsureAsync(block, Timeout.InfiniteTimeSpan, cancellationToken);
        }
    }

    public void Dispose() => Interlocked.Exchange(ref _part, null)?.Leave();
}
