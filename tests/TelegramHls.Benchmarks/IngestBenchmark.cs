using TelegramHls.Benchmarks.Measuring;
using TelegramHls.Testing;
using TelegramHls.Testing.EndToEnd;

namespace TelegramHls.Benchmarks;

/// <summary>
/// A film of 200 MB through the published program, which uploads to a sandbox in this process, against ffmpeg alone.
/// The rate limiter is off, the server in local mode.
/// </summary>
internal sealed class IngestBenchmark : IBenchmark
{
    private const int Rounds = 3;

    public string Name => "ingest";

    public string Purpose => $"a film of 200 MB stored by the program, middle of {Rounds}, against bare ffmpeg";

    public async Task RunAsync(BenchFilms films, Report report)
    {
        string film = await films.MakeAsync(200);
        await using World world = await World.CreateAsync(local: true);
        double start = await Stopped.SecondsAsync(() => world.StartBotAsync(("Logging__LogLevel__Default", "Information")));
        double startCost = ProcessorTime.Of(world.Bot.Id).Own;

        // The first film of a process also pays for compiling its code.
        IngestRun first = await IngestRun.MakeAsync(world, await films.MakeAsync(20));
        var copies = new List<double>();
        var hashes = new List<double>();
        var sandbox = new List<SandboxAlone>();
        var runs = new List<IngestRun>();
        for (int round = 0; round < Rounds; round++)
        {
            string variant = films.Variant(film);
            copies.Add(await CopyAsync(variant));
            hashes.Add(await Stopped.SecondsAsync(() => Command.RunAsync("sha256sum", variant)));
            runs.Add(await IngestRun.MakeAsync(world, variant));
            sandbox.Add(await SandboxAlone.MeasureAsync(world, variant));
            File.Delete(variant);
        }

        report.Add("start of the program until ready", start, "s");
        report.Add("processor time until ready", startCost, "s");
        report.Add("first film of the process, 20 MB", first.Seconds, "s");
        report.Add("first film: processor time of the program", first.Program.Own, "s");
        report.Add("film", new FileInfo(film).Length / 1e6, "MB");
        Figure copy = report.Add("ffmpeg -c copy", copies.Median(), "s");
        report.Add("sha256sum", hashes.Median(), "s", copy);
        Figure giving = report.Add("sandbox alone: handing the film over", sandbox.Select(own => own.Giving).Median(), "s", copy);
        Figure taking = report.Add("sandbox alone: taking the parts", sandbox.Select(own => own.Taking).Median(), "s", copy);
        Figure whole = report.Add("ingest until the links work", runs.Select(run => run.Seconds).Median(), "s", copy);
        report.Add("ingest less the sandbox alone", whole.Value - giving.Value - taking.Value, "s", copy);
        foreach (string step in runs[0].Steps.Keys.Where(step => runs.TrueForAll(run => run.Steps.ContainsKey(step))))
        {
            report.Add($"  step {step}", runs.Select(run => run.Steps[step]).Median(), "s", whole);
        }

        report.Add("processor time: program", runs.Select(run => run.Program.Own).Median(), "s", whole);
        report.Add("processor time: ffmpeg and ffprobe", runs.Select(run => run.Program.Children).Median(), "s", whole);
        report.Add("processor time: sandbox", runs.Select(run => run.Sandbox).Median(), "s", whole);
        report.Add("message to card", runs.Select(run => run.Waited).Median(), "s", whole);
    }

    private static async Task<double> CopyAsync(string film)
    {
        using var directory = new TempDirectory();
        return await Stopped.SecondsAsync(() => Command.RunAsync(
            "ffmpeg", "-v", "error", "-i", film, "-map", "0", "-c", "copy", directory.File("copy.mp4")));
    }
}
