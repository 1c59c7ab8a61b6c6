using System.Collections.Concurrent;

namespace TelegramHls.Bot.Playback.Indexes;

/// <summary>Work that everyone who asks for it while it runs shares, with its outcome.</summary>
internal sealed class SharedWork<TKey, TResult>
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Lazy<Task<TResult>>> _running = new();

    /// <summary>
    /// The result of the work of that key: of the one that runs, or else of one begun now. The token ends the waiting, not the work,
    /// which others may wait for.
    /// </summary>
    public Task<TResult> JoinAsync(TKey key, Func<Task<TResult>> work, CancellationToken cancellationToken) =>
        _running.GetOrAdd(key, _ => new Lazy<Task<TResult>>(() => RunAsync(key, work))).Value.WaitAsync(cancellationToken);

    private async Task<TResult> RunAsync(TKey key, Func<Task<TResult>> work)
    {
        // Away from the caller first: a work that ends at once must not be removed before it was added.
        await Task.Yield();
        try
        {
            return await work();
        }
        finally
        {
            _running.TryRemove(key, out _);
        }
    }
}
