namespace TelegramHls.Benchmarks.Measuring;

/// <summary>One measured number.</summary>
/// <param name="Benchmark">Which benchmark measured it.</param>
/// <param name="Label">What it is.</param>
/// <param name="Value">In <paramref name="Unit"/>.</param>
/// <param name="Unit">Unit of the value.</param>
/// <param name="Ratio">Value divided by the yardstick's.</param>
/// <param name="Yardstick">Label of the figure it is compared with.</param>
internal sealed record Figure(
    string Benchmark, string Label, double Value, string Unit, double? Ratio = null, string? Yardstick = null)
{
    public override string ToString()
    {
        string comparison = Ratio is { } ratio ? $"   {ratio,6:0.00} x {Yardstick}" : string.Empty;
        return $"  {Label,-52}{Value,10:0.00} {Unit,-5}{comparison}".TrimEnd();
    }
}
