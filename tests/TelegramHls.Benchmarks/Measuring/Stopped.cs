namespace TelegramHls.Benchmarks.Measuring;

/// <summary>Seconds of work, and the middle of several repetitions.</summary>
internal static class Stopped
{
    public static async Task<double> SecondsAsync(Func<Task> work)
    {
        long started = TimeProvider.System.GetTimestamp();
        await work();
        return TimeProvider.System.GetElapsedTime(started).TotalSeconds;
    }

    public static double Median(this IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1
            ? sorted[sorted.Length / 2]
            : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
