using System.Diagnostics.Metrics;

namespace TelegramHls.Bot.Health.Metrics;

/// <summary>What one instrument reported, for each set of tags.</summary>
internal sealed class Series(Instrument instrument)
{
    // Seconds. Those of OpenTelemetry for durations of requests.
    private static readonly double[] UsualBounds =
        [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, Sum> _sums = new(StringComparer.Ordinal);
    private readonly double[] _bounds = BoundsOf(instrument);
    private readonly bool _replaces = KindOf(instrument) == SeriesKind.Gauge && !IsUpDown(instrument);

    public Instrument Instrument => instrument;

    public SeriesKind Kind { get; } = KindOf(instrument);

    /// <summary>Values that are asked for are given anew; what is not given any more is gone.</summary>
    public void BeginLook()
    {
        lock (_gate)
        {
            if (instrument.IsObservable)
            {
                _sums.Clear();
            }
        }
    }

    public void Take(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        string labels = PrometheusText.Labels(tags);
        lock (_gate)
        {
            if (!_sums.TryGetValue(labels, out Sum? sum))
            {
                _sums[labels] = sum = new Sum(Kind == SeriesKind.Histogram ? _bounds : []);
            }

            if (_replaces)
            {
                sum.Value = value;
            }
            else
            {
                sum.Add(value);
            }
        }
    }

    /// <summary>The sums at this moment, by labels.</summary>
    public IReadOnlyList<(string Labels, double Value, long Count, IReadOnlyList<(double Bound, long Count)> Buckets)> Look()
    {
        lock (_gate)
        {
            return [.. _sums.Select(pair => (pair.Key, pair.Value.Value, pair.Value.Count, pair.Value.Buckets()))];
        }
    }

    private static SeriesKind KindOf(Instrument instrument)
    {
        Type type = instrument.GetType().GetGenericTypeDefinition();
        return type == typeof(Counter<>) || type == typeof(ObservableCounter<>) ? SeriesKind.Counter
            : type == typeof(Histogram<>) ? SeriesKind.Histogram
            : SeriesKind.Gauge;
    }

    private static bool IsUpDown(Instrument instrument) =>
        instrument.GetType().GetGenericTypeDefinition() == typeof(UpDownCounter<>);

    private static double[] BoundsOf(Instrument instrument) =>
        instrument is Histogram<double> { Advice.HistogramBucketBoundaries: { } bounds } ? [.. bounds] : UsualBounds;

    private sealed class Sum(double[] bounds)
    {
        private readonly long[] _counts = new long[bounds.Length];

        public double Value { get; set; }

        public long Count { get; private set; }

        public void Add(double value)
        {
            Value += value;
            Count++;
            for (int i = 0; i < bounds.Length; i++)
            {
                _counts[i] += value <= bounds[i] ? 1 : 0;
            }
        }

        public IReadOnlyList<(double Bound, long Count)> Buckets() => [.. bounds.Zip(_counts)];
    }
}
