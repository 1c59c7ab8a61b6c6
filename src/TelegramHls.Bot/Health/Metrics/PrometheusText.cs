using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace TelegramHls.Bot.Health.Metrics;

/// <summary>
/// Prometheus' text format 0.0.4, with the names that OpenTelemetry's compatibility rules give: dots become underscores, the unit
/// goes to the end, a counter ends with <c>_total</c>.
/// </summary>
internal sealed class PrometheusText
{
    private readonly StringBuilder _text = new();

    public void Add(Series series)
    {
        var sums = series.Look();
        string name = NameOf(series.Instrument, series.Kind);
        if (series.Instrument.Description is { } description)
        {
            _text.Append("# HELP ").Append(name).Append(' ').Append(Escape(description)).Append('\n');
        }

        _text.Append("# TYPE ").Append(name).Append(' ').Append(series.Kind.ToString().ToLowerInvariant()).Append('\n');
        foreach ((string labels, double value, long count, var buckets) in sums)
        {
            if (series.Kind != SeriesKind.Histogram)
            {
                Line(name, labels, value);
                continue;
            }

            foreach ((double bound, long below) in buckets)
            {
                Line(name + "_bucket", Join(labels, $"le=\"{Number(bound)}\""), below);
            }

            Line(name + "_bucket", Join(labels, "le=\"+Inf\""), count);
            Line(name + "_sum", labels, value);
            Line(name + "_count", labels, count);
        }
    }

    public override string ToString() => _text.ToString();

    /// <summary>The tags as they stand between the braces.</summary>
    public static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new StringBuilder();
        foreach ((string key, object? value) in tags)
        {
            string text = value is bool flag ? (flag ? "true" : "false") : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
            labels.Append(labels.Length > 0 ? "," : "").Append(Plain(key)).Append("=\"")
                .Append(Escape(text).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');
        }

        return labels.ToString();
    }

    private static string NameOf(Instrument instrument, SeriesKind kind)
    {
        string prefix = instrument.Meter.Name.StartsWith("TelegramHls.", StringComparison.Ordinal) ? "telegramhls_" : "";
        string unit = instrument.Unit switch
        {
            "s" => "_seconds",
            "By" => "_bytes",
            "1" when kind == SeriesKind.Gauge => "_ratio",
            _ => "",
        };
        string name = prefix + Plain(instrument.Name);
        name = name.EndsWith(unit, StringComparison.Ordinal) ? name : name + unit;
        return kind == SeriesKind.Counter ? name + "_total" : name;
    }

    private static string Plain(string name) =>
        string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Join(string labels, string further) => labels.Length > 0 ? $"{labels},{further}" : further;

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private void Line(string name, string labels, double value)
    {
        _text.Append(name);
        if (labels.Length > 0)
        {
            _text.Append('{').Append(labels).Append('}');
        }

        _text.Append(' ').Append(Number(value)).Append('\n');
    }
}
