using TelegramHls.Benchmarks.Measuring;
using TelegramHls.Testing.EndToEnd;

namespace TelegramHls.Benchmarks;

/// <summary>The most memory that the program ever had (VmHWM) after storing a film and sending it out again.</summary>
internal sealed class MemoryBenchmark : IBenchmark
{
    private static readonly int[] Megabytes = [200, 1000];

    public string Name => "memory";

    public string Purpose => "peak memory of a fresh program after one film in and out; must not grow with the film";

    public async Task RunAsync(BenchFilms films, Report report)
    {
        Figure? stored = null;
        Figure? streamed = null;
        foreach (int size in Megabytes)
        {
            string film = await films.MakeAsync(size);
            await using World world = await World.CreateAsync(local: true);
            await world.StartBotAsync(("Logging__LogLevel__Default", "Information"));
            report.Add("ready, before any film", Mebibytes(world), "MiB");
            IngestRun run = await IngestRun.MakeAsync(world, film);
            Figure after = report.Add($"{size} MB stored", Mebibytes(world), "MiB", stored);
            await Drain.MegabytesPerSecondAsync(new Uri(run.Card.Stream), 1);
            Figure last = report.Add($"{size} MB stored and streamed", Mebibytes(world), "MiB", streamed);
            (stored, streamed) = (after, last);
        }
    }

    private static double Mebibytes(World world) => world.Bot.PeakMemory / 1024.0 / 1024;
}
