using System.Diagnostics.Metrics;

namespace TelegramHls.Jobs;

/// <summary>What an operator counts of jobs. Labels are names of steps and ways to end, never what a job is about.</summary>
public static class JobsMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "TelegramHls.Jobs";

    // Seconds: from steps that only read to films that are encoded for hours.
    private static readonly InstrumentAdvice<double> Spans = new()
    {
        HistogramBucketBoundaries = [0.01, 0.05, 0.25, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 7200, 14400],
    };

    private static readonly Meter Meter = new(MeterName);

    private static readonly Histogram<double> Steps =
        Meter.CreateHistogram("jobs.step.duration", "s", "How long steps took that ended well.", advice: Spans);

    private static readonly Histogram<double> Jobs =
        Meter.CreateHistogram("jobs.duration", "s", "How long jobs took from their queueing to their end.", advice: Spans);

    private static readonly Counter<long> Attempts = Meter.CreateCounter<long>("jobs.attempts", null, "Attempts that began.");

    private static readonly Counter<long> Retries =
        Meter.CreateCounter<long>("jobs.retries", null, "Attempts that failed and are followed by another.");

    private static readonly Counter<long> Parked =
        Meter.CreateCounter<long>("jobs.parked", null, "How often a job was laid aside until something comes back.");

    internal static void Began() => Attempts.Add(1);

    internal static void Retrying(string? step) => Retries.Add(1, StepTag(step));

    internal static void LaidAside(string? step) => Parked.Add(1, StepTag(step));

    internal static void StepEnded(string step, TimeSpan took) => Steps.Record(took.TotalSeconds, StepTag(step));

    /// <param name="outcome"><c>succeeded</c>, <c>failed</c> or <c>cancelled</c>.</param>
    /// <param name="took">Since it was queued.</param>
    internal static void Ended(string outcome, TimeSpan took) =>
        Jobs.Record(took.TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));

    private static KeyValuePair<string, object?> StepTag(string? step) => new("step", step ?? "none");
}
