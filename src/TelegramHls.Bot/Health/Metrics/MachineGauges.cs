using System.Diagnostics.Metrics;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Options;
using TelegramHls.Bot.Hosting;
using TelegramHls.Catalog.Upkeep;

namespace TelegramHls.Bot.Health.Metrics;

/// <summary>Process, disk and build, as instruments; those of the process under the names that Prometheus' own libraries give them.</summary>
internal sealed class MachineGauges(
    DataDirectory directory, IOptions<DataOptions> options, DatabaseUpkeep database, TimeProvider clock) : IDisposable
{
    /// <summary>The meter whose names stand without a prefix.</summary>
    public const string ProcessMeter = "Process";

    private readonly Meter _process = new(ProcessMeter);
    private readonly Meter _meter = new("TelegramHls.Bot.Machine");

    /// <summary>Makes the instruments; they are asked when somebody looks.</summary>
    public void Create()
    {
        DateTimeOffset began = clock.GetUtcNow();
        _process.CreateObservableCounter("process.cpu", () => Environment.CpuUsage.TotalTime.TotalSeconds, "s", "Processor time of user and system.");
        _process.CreateObservableGauge("process.resident_memory", () => Environment.WorkingSet, "By", "Memory in use.");
        _process.CreateObservableGauge("process.start_time", () => began.ToUnixTimeMilliseconds() / 1000.0, "s", "When the program began, in seconds since 1970.");
        _process.CreateObservableGauge("process.open_fds", OpenFiles, null, "Files and sockets that are open.");
        _meter.CreateObservableGauge("build.info", Build, null, "1; version and runtime as labels.");
        _meter.CreateObservableGauge("disk.free", directory.FreeBytes, "By", "Free on the disk of the data directory.");
        _meter.CreateObservableGauge("disk.floor", () => options.Value.MinFreeBytes, "By", "Below it films wait.");
        _meter.CreateObservableGauge("database.size", () => database.Bytes, "By", "The database and what is not folded into it yet.");
    }

    public void Dispose()
    {
        _process.Dispose();
        _meter.Dispose();
    }

    private static IEnumerable<Measurement<int>> OpenFiles() => Directory.Exists("/proc/self/fd")
        ? [new Measurement<int>(Directory.EnumerateFileSystemEntries("/proc/self/fd").Count())]
        : [];

    private static Measurement<int> Build() => new(
        1,
        new("version", BuildVersion.Text),
        new("runtime", RuntimeInformation.FrameworkDescription));
}
