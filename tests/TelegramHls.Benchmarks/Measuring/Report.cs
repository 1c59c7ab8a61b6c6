using System.Text.Json;

namespace TelegramHls.Benchmarks.Measuring;

/// <summary>Prints each figure as it comes and keeps all of them for a file.</summary>
internal sealed class Report(TextWriter output, Machine machine)
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly List<Figure> _figures = [];
    private readonly long _started = TimeProvider.System.GetTimestamp();
    private string _benchmark = string.Empty;
    private bool _hasHeading;

    public void Begin(IBenchmark benchmark)
    {
        if (!_hasHeading)
        {
            output.WriteLine($"machine: {machine}");
            _hasHeading = true;
        }

        _benchmark = benchmark.Name;
        output.WriteLine();
        output.WriteLine($"{benchmark.Name}: {benchmark.Purpose}");
    }

    /// <summary>One labelled line; with a yardstick also how many times as much as it that is.</summary>
    public Figure Add(string label, double value, string unit, Figure? yardstick = null)
    {
        var figure = new Figure(
            _benchmark, label, value, unit, yardstick is null ? null : value / yardstick.Value, yardstick?.Label);
        _figures.Add(figure);
        output.WriteLine(figure);
        return figure;
    }

    public void End()
    {
        output.WriteLine();
        output.WriteLine($"all of it took {TimeProvider.System.GetElapsedTime(_started).TotalSeconds:0} s");
    }

    public async Task SaveAsync(string path)
    {
        await using FileStream file = File.Create(path);
        await JsonSerializer.SerializeAsync(file, new { machine, figures = _figures }, Indented);
    }
}
