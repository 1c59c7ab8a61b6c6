using System.Security.Cryptography;
using TelegramHls.Benchmarks.Measuring;
using TelegramHls.Benchmarks.Packaged;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Waiting;
using TelegramHls.Media.Packaging;
using TelegramHls.Media.Planning;
using TelegramHls.Storage.Parts;
using TelegramHls.Testing;

namespace TelegramHls.Benchmarks;

/// <summary>What happens to each byte of a stored stream in the program itself: found out, cut, hashed, spooled.</summary>
internal sealed class CutBenchmark : IBenchmark
{
    private const int Rounds = 3;

    public string Name => "cut";

    public string Purpose => $"a packaged stream of 200 MB through parser, cutter and hashes, middle of {Rounds}, against one SHA-256";

    public async Task RunAsync(BenchFilms films, Report report)
    {
        using var directory = new TempDirectory();
        string film = await films.MakeAsync(200);
        string stream = directory.File("stream.mp4");
        PackagePlan plan = await StreamMaker.PlanAsync(film);
        await using (FileStream file = File.Create(stream))
        {
            await StreamMaker.PackageAsync(plan, film, new StreamSink(file));
        }

        double megabytes = new FileInfo(stream).Length / 1e6;
        var once = new List<double>();
        var parsed = new List<double>();
        var cut = new List<double>();
        for (int round = 0; round < Rounds; round++)
        {
            once.Add(megabytes / await Stopped.SecondsAsync(() => HashAsync(stream)));
            parsed.Add(megabytes / await Stopped.SecondsAsync(() => PumpAsync(plan, stream, new StreamSink())));
            cut.Add(megabytes / await Stopped.SecondsAsync(() => CutAsync(plan, stream, directory.Path)));
        }

        Figure hash = report.Add("one SHA-256 over the file", once.Median(), "MB/s");
        report.Add("boxes and fragments found", parsed.Median(), "MB/s", hash);
        report.Add("found, cut, hashed as file, part and block, spooled", cut.Median(), "MB/s", hash);
    }

    private static async Task HashAsync(string path)
    {
        await using FileStream file = File.OpenRead(path);
        await SHA256.HashDataAsync(file);
    }

    private static async Task PumpAsync(PackagePlan plan, string stream, IPackageSink sink)
    {
        await using var file = new FileStream(stream, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        using var stall = new StallWatch(new StallLimit(TimeSpan.FromMinutes(5)), TimeProvider.System);
        var pump = new PackagePump(plan, sink, stall, TimeProvider.System);
        await pump.RunAsync(file, CancellationToken.None);
        pump.Complete();
    }

    private static async Task CutAsync(PackagePlan plan, string stream, string directory)
    {
        var cutter = new PartCutter(VideoId.New(), new PartSizes(16 * 1024 * 1024), directory, (part, _) =>
        {
            File.Delete(part.Path);
            return ValueTask.CompletedTask;
        });
        await using (cutter)
        {
            await PumpAsync(plan, stream, new StreamSink(cutter: cutter));
            await cutter.FinishAsync(CancellationToken.None);
        }
    }
}
