using System.Globalization;

namespace TelegramHls.Benchmarks.Measuring;

/// <summary>Seconds of processor time that a process used by itself and in the children it has waited for.</summary>
internal readonly record struct ProcessorTime(double Own, double Children)
{
    // USER_HZ, which Linux fixes for everybody who reads /proc.
    private const double TicksPerSecond = 100;

    public static ProcessorTime Of(int process)
    {
        // The name in brackets may hold blanks; utime, stime, cutime, cstime are fields 14 to 17 (proc(5)).
        string stat = File.ReadAllText($"/proc/{process}/stat");
        string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        double Ticks(int field) => double.Parse(fields[field - 3], CultureInfo.InvariantCulture);
        return new ProcessorTime((Ticks(14) + Ticks(15)) / TicksPerSecond, (Ticks(16) + Ticks(17)) / TicksPerSecond);
    }

    public static ProcessorTime operator -(ProcessorTime later, ProcessorTime earlier) =>
        new(later.Own - earlier.Own, later.Children - earlier.Children);
}
