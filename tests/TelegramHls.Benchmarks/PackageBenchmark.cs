using TelegramHls.Benchmarks.Measuring;
using TelegramHls.Benchmarks.Packaged;
using TelegramHls.Core.Ids;
using TelegramHls.Media.Planning;
using TelegramHls.Storage.Parts;
using TelegramHls.Testing;

namespace TelegramHls.Benchmarks;

/// <summary>From a film to parts that only need to be sent: ffmpeg, its output found out, cut, hashed and spooled.</summary>
internal sealed class PackageBenchmark : IBenchmark
{
    private const int Megabytes = 700;
    private const int Rounds = 3;

    public string Name => "package";

    public string Purpose =>
        $"a film of {Megabytes} MB copied into parts, hashes and fragments, middle of {Rounds}, against ffmpeg -c copy -f mp4 into a file";

    public async Task RunAsync(BenchFilms films, Report report)
    {
        string film = await films.MakeAsync(Megabytes);
        double megabytes = new FileInfo(film).Length / 1e6;
        var planned = new List<double>();
        var bare = new List<double>();
        var whole = new List<double>();
        var share = new List<double>();
        for (int round = 0; round < Rounds; round++)
        {
            using var directory = new TempDirectory();
            bare.Add(await Stopped.SecondsAsync(() =>
                Command.RunAsync("ffmpeg", "-v", "error", "-y", "-i", film, "-map", "0", "-c", "copy", "-f", "mp4", directory.File("bare.mp4"))));
            File.Delete(directory.File("bare.mp4"));
            PackagePlan? plan = null;
            planned.Add(await Stopped.SecondsAsync(async () => plan = await StreamMaker.PlanAsync(film)));
            ProcessorTime before = ProcessorTime.Of(Environment.ProcessId);
            whole.Add(await Stopped.SecondsAsync(() => PackageAsync(plan!, film, directory.Path)));
            ProcessorTime used = ProcessorTime.Of(Environment.ProcessId) - before;
            share.Add(used.Own / (used.Own + used.Children));
        }

        Figure yardstick = report.Add("ffmpeg -c copy -f mp4", bare.Median(), "s");
        report.Add("packaged, cut, hashed and spooled", whole.Median(), "s", yardstick);
        report.Add("before it probed and planned", planned.Median(), "s", yardstick);
        report.Add("packaged, cut, hashed and spooled", megabytes / whole.Median(), "MB/s");
        report.Add("of its processor time the program itself took", share.Median(), "of 1");
    }

    private static async Task PackageAsync(PackagePlan plan, string film, string directory)
    {
        await using var cutter = new PartCutter(VideoId.New(), new PartSizes(16 * 1024 * 1024), directory, (part, _) =>
        {
            File.Delete(part.Path);
            return ValueTask.CompletedTask;
        });
        await StreamMaker.PackageAsync(plan, film, new StreamSink(cutter: cutter));
        await cutter.FinishAsync(CancellationToken.None);
    }
}
