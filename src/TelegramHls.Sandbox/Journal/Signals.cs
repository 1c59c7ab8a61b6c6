using System.Collections.Concurrent;

namespace TelegramHls.Sandbox.Journal;

/// <summary>Lets waiters know that something named changed. Take the task first, look at the state, then await it.</summary>
internal sealed class Signals
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = new(StringComparer.Ordinal);

    public Task Next(string name) =>
        _waiting.GetOrAdd(name, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Fire(string name)
    {
        if (_waiting.TryRemove(name, out TaskCompletionSource? waiter))
        {
            waiter.SetResult();
        }
    }

    public static string OfUpdates(long bot) => $"updates {bot}";

    public static string OfCallback(string id) => $"callback {id}";

    /// <summary>Waits for a signal; false when <paramref name="longest"/> went by without one.</summary>
    public static async Task<bool> WaitAsync(Task signal, TimeSpan longest, TimeProvider clock, CancellationToken ct)
    {
        try
        {
            await signal.WaitAsync(longest, clock, ct);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
