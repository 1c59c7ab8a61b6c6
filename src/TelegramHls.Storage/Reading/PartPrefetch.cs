using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Storing;
using TelegramHls.Storage.Cache;

namespace TelegramHls.Storage.Reading;

/// <summary>Fetches parts into the cache before their readers come to them, a few at a time for all readers together.</summary>
internal sealed class PartPrefetch(PartCache cache, IOptions<CacheOptions> options, ILogger<PartPrefetch> logger)
    : IDisposable
{
    private const int AtOnce = 4;

    private readonly Lock _gate = new();
    private readonly HashSet<(StoredFileId File, int Index)> _running = [];
    private readonly CancellationTokenSource _ending = new();

    /// <summary>Begins to fetch the part unless that is already done or enough others are on their way.</summary>
    public void Begin(StoredFileId file, StoredPart part)
    {
        if (options.Value.PrefetchSeconds == 0 || _ending.IsCancellationRequested)
        {
            return;
        }

        lock (_gate)
        {
            if (_running.Count >= AtOnce || !_running.Add((file, part.Index)))
            {
                return;
            }
        }

        _ = FillAsync(file, part, _ending.Token);
    }

    public void Dispose() => _ending.Cancel();

    private async Task FillAsync(StoredFileId file, StoredPart part, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Yield();
            using PartLease lease = cache.Open(file, part);
            await lease.FillAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The program ends.
        }
        catch (IOException exception)
        {
            // The reader will ask for the part itself and get the reason then.
            logger.PrefetchFailed(part.Index, file, exception.Message);
        }
        finally
        {
            lock (_gate)
            {
                _running.Remove((file, part.Index));
            }
        }
    }
}
