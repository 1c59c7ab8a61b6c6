using TelegramHls.Benchmarks.Measuring;
using TelegramHls.Testing;
using TelegramHls.Testing.EndToEnd;

namespace TelegramHls.Benchmarks;

/// <summary>The stream link of a film that a local server keeps on its disk, against ASP.NET serving the same bytes as a file.</summary>
internal sealed class StreamBenchmark : IBenchmark
{
    private const int Rounds = 5;
    private static readonly int[] Connections = [1, 8];

    public string Name => "stream";

    public string Purpose => $"/stream and /hls in a local server's files, middle of {Rounds}, against ASP.NET and a plain file";

    public async Task RunAsync(BenchFilms films, Report report)
    {
        using var directory = new TempDirectory();
        await using World world = await World.CreateAsync(local: true);
        await world.StartBotAsync(("Logging__LogLevel__Default", "Information"));
        IngestRun film = await IngestRun.MakeAsync(world, await films.MakeAsync(200));
        var stream = new Uri(film.Card.Stream);
        report.Add("/stream for the first time, out of the sandbox", await Drain.MegabytesPerSecondAsync(stream, 1), "MB/s");

        string plain = directory.File("film.mp4");
        await using (Stream bytes = await world.Bot.Http.GetStreamAsync(stream))
        await using (FileStream file = File.Create(plain))
        {
            await bytes.CopyToAsync(file);
        }

        await using FileServer yardstick = await FileServer.StartAsync(plain);
        foreach (int connections in Connections)
        {
            await CompareAsync(report, stream, yardstick.File, connections);
        }

        await SegmentsAsync(report, world, film.Card);
    }

    private static async Task CompareAsync(Report report, Uri stream, Uri file, int connections)
    {
        var ours = new List<double>();
        var plain = new List<double>();
        for (int round = 0; round < Rounds; round++)
        {
            plain.Add(await Drain.MegabytesPerSecondAsync(file, connections));
            ours.Add(await Drain.MegabytesPerSecondAsync(stream, connections));
        }

        Figure yardstick = report.Add($"plain file by ASP.NET, {connections} at once", plain.Median(), "MB/s");
        report.Add($"/stream, {connections} at once", ours.Median(), "MB/s", yardstick);
    }

    private static async Task SegmentsAsync(Report report, World world, Card card)
    {
        var playlist = new Uri(new Uri(card.Hls), "v0.m3u8");
        string text = await world.Bot.Http.GetStringAsync(playlist);
        Uri[] segments = [.. text.Split('\n').Where(line => line.Contains(".m4s", StringComparison.Ordinal))
            .Select(line => new Uri(playlist, line.Trim()))];
        var milliseconds = new List<double>();
        foreach (Uri segment in segments)
        {
            milliseconds.Add(1000 * await Stopped.SecondsAsync(() => world.Bot.Http.GetByteArrayAsync(segment)));
        }

        report.Add($"/hls segment, middle of {segments.Length}", milliseconds.Median(), "ms");
    }
}
