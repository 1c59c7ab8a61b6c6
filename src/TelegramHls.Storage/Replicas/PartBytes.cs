using System.Buffers;
using TelegramHls.Core.Storing;
using TelegramHls.Storage.Cache;
using TelegramHls.Storage.Parts;
using TelegramHls.Storage.Reading;
using TelegramHls.Storage.Transport;

namespace TelegramHls.Storage.Replicas;

/// <summary>Brings the bytes of a part into the spool, by the way that readers get them: verified, from the cache where they lie there.</summary>
internal sealed class PartBytes(PartCache cache, IPartSource source, StorageDirectories directories)
{
    private const int BufferSize = 256 * 1024;

    /// <summary>Calls <paramref name="use"/> with a file of exactly these bytes, which is deleted afterwards.</summary>
    /// <exception cref="PartUnavailableException">No way leads to the bytes.</exception>
    public async Task<T> WithFileAsync<T>(
        PlacedPart placed, Func<SpooledPart, Task<T>> use, CancellationToken cancellationToken)
    {
        StoredPart part = placed.Part;
        Directory.CreateDirectory(directories.Spool);
        string path = Path.Combine(directories.Spool, $"{placed.File}.{part.Index}.copy");
        try
        {
            await CopyAsync(placed, path, cancellationToken);
            return await use(new SpooledPart(part.Index, part.Offset, part.Length, part.Hashes, path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private async Task CopyAsync(PlacedPart placed, string path, CancellationToken cancellationToken)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            // Where no way leads there, what lies in the cache is had at once or never.
            TimeSpan patience = await HasWayAsync(placed, cancellationToken) ? Patience.InTheMiddle : TimeSpan.Zero;
            await using FileStream file = File.Create(path);
            using PartLease lease = cache.Open(placed.File, placed.Part, isAhead: false);
            for (int at = 0; at < placed.Part.Length;)
            {
                int count = await lease.ReadAsync(at, buffer, patience, cancellationToken);
                await file.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
                at += count;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task<bool> HasWayAsync(PlacedPart placed, CancellationToken cancellationToken)
    {
        try
        {
            await using OpenedPart opened = await source.OpenAsync(
                placed.File, placed.Part, new WaysTried(), Task.CompletedTask, 0, cancellationToken);
            return true;
        }
        catch (FileSourceException exception)
        {
            return exception.Fault is FileFault.Throttled or FileFault.Unreachable;
        }
    }
}
