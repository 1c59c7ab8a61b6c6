using System.Diagnostics;

namespace TelegramHls.EndToEnd.Kit;

/// <summary>Waits for what another process does.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public static async Task UntilAsync(Func<Task<bool>> condition, string expectation)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > Longest)
            {
                throw new TimeoutException($"Waited {Longest.TotalSeconds:0} s in vain for {expectation}.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
    }

    public static Task UntilAsync(Func<bool> condition, string expectation) =>
        UntilAsync(() => Task.FromResult(condition()), expectation);
}
