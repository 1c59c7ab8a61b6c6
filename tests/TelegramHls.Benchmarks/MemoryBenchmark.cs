using TelegramHls.Benchmarks.Measuring;
using TelegramHls.Testing.EndToEnd;

namespace TelegramHls.Benchmarks;

/// <summary>The most memory that the program ever had (VmHWM) after storing a film and sending it out again.</summary>
internal sealed class MemoryBenchmark : IBenchmark
{
    private const long HeapLimit = 512L << 20;
    // Telegram gives a bot files of up to 2,000 MB.
    private static readonly int[] Megabytes = [100, 1900];

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
            await world.StartBotAsync(("Logging__LogLevel__Default", "Information"), ("Storage__KeepOriginal", "false"));
            report.Add("ready, before any film", Mebibytes(world), "MiB");
            IngestRun run = await IngestRun.MakeAsync(world, film);
            Figure after = report.Add($"{size} MB stored", Mebibytes(world), "MiB", stored);
            await Drain.MegabytesPerSecondAsync(new Uri(run.Card.Stream), 1);
            Figure last = report.Add($"{size} MB stored and streamed", Mebibytes(world), "MiB", streamed);
            (stored, streamed) = (after, last);
            await PartsAsync(world, size, report);
        }

        await LimitedAsync(films, report);
    }

    /// <summary>How full the parts are: each message counts against a channel's budget.</summary>
    private static async Task PartsAsync(World world, int megabytes, Report report)
    {
        var sizes = new List<long>();
        foreach (long channel in world.Channels)
        {
            sizes.AddRange((await world.Client.Messages(channel))
                .Where(message => message.TryGetProperty("document", out _))
                .Select(message => message.GetProperty("document").GetProperty("file_size").GetInt64()));
        }

        report.Add($"messages for a GB, film of {megabytes} MB", sizes.Count / (sizes.Sum() / 1e9), "messages");
        report.Add($"mean fill of its messages, the largest being full", sizes.Average() / sizes.Max(), "of 1");
    }

    /// <summary>One film in while another one is watched, with a heap that must not grow beyond a bound.</summary>
    private static async Task LimitedAsync(BenchFilms films, Report report)
    {
        await using World world = await World.CreateAsync(local: true);
        await world.StartBotAsync(
            ("Logging__LogLevel__Default", "Information"), ("DOTNET_GCHeapHardLimit", $"0x{HeapLimit:x}"));
        IngestRun first = await IngestRun.MakeAsync(world, await films.MakeAsync(200));
        Task<IngestRun> second = IngestRun.MakeAsync(world, films.Variant(await films.MakeAsync(200)));
        while (!second.IsCompleted)
        {
            await Drain.MegabytesPerSecondAsync(new Uri(first.Card.Stream), 1);
        }

        await second;
        report.Add($"a film stored and one watched within a heap of {HeapLimit >> 20} MiB", Mebibytes(world), "MiB");
    }

    private static double Mebibytes(World world) => world.Bot.PeakMemory / 1024.0 / 1024;
}
