using System.Globalization;
using System.Text.RegularExpressions;

namespace TelegramHls.EndToEnd.Kit;

/// <summary>
/// Reads Prometheus' text format 0.0.4 as strictly as its description (prometheus.io, Exposition formats) allows: whatever a lenient
/// reader would pass over is an exception here.
/// </summary>
internal sealed partial class PrometheusReader
{
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);
    private readonly HashSet<string> _helped = new(StringComparer.Ordinal);
    private readonly HashSet<string> _closed = new(StringComparer.Ordinal);
    private readonly List<(string Name, string Labels, double Value)> _samples = [];
    private string? _current;

    /// <summary>Types by name of metric.</summary>
    public IReadOnlyDictionary<string, string> Types => _types;

    /// <summary>All samples with their labels as they stand there.</summary>
    public IReadOnlyList<(string Name, string Labels, double Value)> Samples => _samples;

    /// <summary>Names under which samples may stand: of a histogram those of its three series.</summary>
    public IEnumerable<string> Names => _types.SelectMany(type => type.Value == "histogram"
        ? new[] { "_bucket", "_sum", "_count" }.Select(part => type.Key + part)
        : [type.Key]);

    public static PrometheusReader Read(string text)
    {
        text.ShouldEndWith("\n");
        text.ShouldNotContain("\r");
        var reader = new PrometheusReader();
        foreach (string line in text[..^1].Split('\n'))
        {
            reader.Take(line);
        }

        reader._samples.GroupBy(sample => (sample.Name, sample.Labels)).Where(same => same.Count() > 1).ShouldBeEmpty();
        reader.CheckHistograms();
        return reader;
    }

    public double Value(string name) => _samples.First(sample => sample.Name == name).Value;

    private void Take(string line)
    {
        if (Comment().Match(line) is { Success: true } comment)
        {
            string name = comment.Groups["name"].Value;
            Open(name);
            bool isFirst = comment.Groups["kind"].Value == "HELP" ? _helped.Add(name) : _types.TryAdd(name, comment.Groups["rest"].Value);
            isFirst.ShouldBeTrue($"twice: {line}");
            return;
        }

        Match sample = Sample().Match(line);
        sample.Success.ShouldBeTrue(line);
        string whole = sample.Groups["name"].Value;
        string metric = _types.ContainsKey(whole) ? whole : HistogramPart().Replace(whole, string.Empty);
        _types.ShouldContainKey(metric, line);
        Open(metric);
        string[] labels = [.. sample.Groups["label"].Captures.Select(label => label.Value)];
        labels.ShouldBeUnique(line);
        double value = Number(sample.Groups["value"].Value);
        (_types[metric] != "counter" || (value >= 0 && whole.EndsWith("_total", StringComparison.Ordinal))).ShouldBeTrue(line);
        _samples.Add((whole, sample.Groups["labels"].Value, value));
    }

    // All lines of a metric stand together.
    private void Open(string metric)
    {
        if (_current == metric)
        {
            return;
        }

        _closed.ShouldNotContain(metric);
        if (_current is not null)
        {
            _closed.Add(_current);
        }

        _current = metric;
    }

    private void CheckHistograms()
    {
        foreach (string name in _types.Where(type => type.Value == "histogram").Select(type => type.Key))
        {
            foreach (var series in _samples.Where(sample => sample.Name == name + "_bucket").GroupBy(sample => Bound().Replace(sample.Labels, string.Empty)))
            {
                (double Bound, double Count)[] buckets =
                    [.. series.Select(bucket => (Number(Bound().Match(bucket.Labels).Groups["le"].Value), bucket.Value))];
                buckets.Select(bucket => bucket.Bound).ShouldBeInOrder();
                buckets.Select(bucket => bucket.Count).ShouldBeInOrder();
                buckets[^1].Bound.ShouldBe(double.PositiveInfinity);
                _samples.Single(sample => sample.Name == name + "_count" && sample.Labels == series.Key).Value.ShouldBe(buckets[^1].Count);
            }
        }
    }

    private static double Number(string text) => text switch
    {
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };

    [GeneratedRegex("^# (?<kind>HELP|TYPE) (?<name>[a-zA-Z_:][a-zA-Z0-9_:]*) (?<rest>.+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Comment();

    [GeneratedRegex(
        """^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(\{(?<labels>(?<label>[a-zA-Z_][a-zA-Z0-9_]*)="([^"\\\n]|\\["\\n])*"(,(?<label>[a-zA-Z_][a-zA-Z0-9_]*)="([^"\\\n]|\\["\\n])*")*)\})? (?<value>[-+]?([0-9.]+([eE][-+]?[0-9]+)?|Inf|NaN))$""",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Sample();

    [GeneratedRegex("_(bucket|sum|count)$", RegexOptions.ExplicitCapture)]
    private static partial Regex HistogramPart();

    [GeneratedRegex(",?le=\"(?<le>[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Bound();
}
