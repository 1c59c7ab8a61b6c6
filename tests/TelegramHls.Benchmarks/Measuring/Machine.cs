using System.Globalization;
using System.Runtime.InteropServices;
using TelegramHls.Testing;

namespace TelegramHls.Benchmarks.Measuring;

/// <summary>What the figures were measured on.</summary>
internal sealed record Machine(
    string Processor, int Cores, double MemoryGib, string System, string Runtime, string FfmpegVersion, double Load)
{
    public override string ToString() =>
        $"{Cores} cores ({Processor}), {MemoryGib:0.0} GiB, {System}, {Runtime}, ffmpeg {FfmpegVersion}, load {Load:0.0} at the start";

    public static async Task<Machine> LookAsync()
    {
        string version = await Command.RunAsync("ffmpeg", "-version");
        string? processor = File.ReadLines("/proc/cpuinfo")
            .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim();
        string load = (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0];
        return new Machine(
            processor ?? RuntimeInformation.ProcessArchitecture.ToString(),
            Environment.ProcessorCount,
            GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1024.0 / 1024 / 1024,
            RuntimeInformation.OSDescription,
            RuntimeInformation.FrameworkDescription,
            version.Split(' ')[2],
            double.Parse(load, CultureInfo.InvariantCulture));
    }
}
