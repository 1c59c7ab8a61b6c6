namespace TelegramHls.Bot.Health.Metrics;

/// <summary>The kinds of metrics that Prometheus tells apart.</summary>
internal enum SeriesKind
{
    /// <summary>Only grows.</summary>
    Counter,

    /// <summary>Goes up and down.</summary>
    Gauge,

    /// <summary>Counts of values up to each of some bounds.</summary>
    Histogram,
}
