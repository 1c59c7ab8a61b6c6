using TelegramHls.Benchmarks.Measuring;
using TelegramHls.Testing;
using TelegramHls.Testing.EndToEnd;

namespace TelegramHls.Benchmarks;

/// <summary>The stream link and segments of a cached film under load, against nginx and ASP.NET serving the same bytes as files.</summary>
internal sealed class ServedBenchmark : IBenchmark
{
    private const int Rounds = 3;
    private const int Body = 4 * 1024 * 1024;

    public string Name => "served";

    public string Purpose => $"/stream and /hls from cache to 8 connections of wrk, middle of {Rounds}, against nginx";

    public async Task RunAsync(BenchFilms films, Report report)
    {
        // The cloud's server gives parts over HTTP, so they lie in the cache; a local server's are read where they lie.
        foreach ((bool local, string where) in new[] { (false, "from cache"), (true, "in a local server's files") })
        {
            using var directory = new TempDirectory();
            await using World world = await World.CreateAsync(local: local);
            await world.StartBotAsync(("Logging__LogLevel__Default", "Information"));
            IngestRun film = await IngestRun.MakeAsync(world, await films.MakeAsync(local ? 200 : 18));
            var stream = new Uri(film.Card.Stream);
            IReadOnlyList<Uri> segments = await SegmentsAsync(world, film.Card);
            await CopyAsync(world, [stream, .. segments], directory);
            await using Nginx nginx = await Nginx.StartAsync(directory.Path);
            await using FileServer plain = await FileServer.StartAsync(directory.File("0.mp4"));

            long length = new FileInfo(directory.File("0.mp4")).Length;
            await CompareAsync(
                report,
                "4 MiB ranges",
                ("nginx", () => Wrk.RangesAsync(new Uri(nginx.Root, "0.mp4"), length, Body)),
                ("Results.File", () => Wrk.RangesAsync(plain.File, length, Body)),
                ("Results.Stream over a FileStream", () => Wrk.RangesAsync(plain.Opened, length, Body)),
                ($"/stream {where}", () => Wrk.RangesAsync(stream, length, Body)));
            Uri[] files = [.. segments.Select((_, number) => new Uri(nginx.Root, $"{number + 1}.mp4"))];
            await CompareAsync(
                report,
                "segments",
                ("nginx", () => Wrk.FilesAsync(files)),
                ($"/hls {where}", () => Wrk.FilesAsync(segments)));
        }
    }

    private static async Task<IReadOnlyList<Uri>> SegmentsAsync(World world, Card card)
    {
        var playlist = new Uri(new Uri(card.Hls), "v0.m3u8");
        string text = await world.Bot.Http.GetStringAsync(playlist);
        return [.. text.Split('\n').Where(line => line.Contains(".m4s", StringComparison.Ordinal))
            .Select(line => new Uri(playlist, line.Trim()))];
    }

    private static async Task CopyAsync(World world, IReadOnlyList<Uri> bodies, TempDirectory directory)
    {
        for (int number = 0; number < bodies.Count; number++)
        {
            await using Stream body = await world.Bot.Http.GetStreamAsync(bodies[number]);
            await using FileStream file = File.Create(directory.File($"{number}.mp4"));
            await body.CopyToAsync(file);
        }
    }

    /// <summary>Turn by turn, so that all see the same machine; the first is the yardstick.</summary>
    private static async Task CompareAsync(
        Report report, string what, params (string Name, Func<Task<double>> Measure)[] servers)
    {
        var speeds = servers.ToDictionary(server => server.Name, _ => new List<double>());
        for (int round = 0; round < Rounds; round++)
        {
            foreach ((string name, Func<Task<double>> measure) in servers)
            {
                speeds[name].Add(await measure());
            }
        }

        Figure yardstick = report.Add($"{servers[0].Name}, {what}", speeds[servers[0].Name].Median(), "MB/s");
        foreach ((string name, _) in servers[1..])
        {
            report.Add($"{name}, {what}", speeds[name].Median(), "MB/s", yardstick);
        }
    }
}
