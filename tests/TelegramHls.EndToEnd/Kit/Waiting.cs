using System.Diagnostics;

namespace TelegramHls.EndToEnd.Kit;

/// <summary>Waits for what another process does.</summary>
internal static class Waiting
{
    /// <summary>So long is waited where nothing else is said.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromSeconds(60);

    public static async Task UntilAsync(Func<Task<bool>> condition, string expectation, TimeSpan? longest = null)
    {
        TimeSpan limit = longest ?? Longest;
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > limit)
            {
                throw new TimeoutException($"Waited {limit.TotalSeconds:0} s in vain for {expectation}.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
    }

    public static Task UntilAsync(Func<bool> condition, string expectation) =>
        UntilAsync(() => Task.FromResult(condition()), expectation);
}
