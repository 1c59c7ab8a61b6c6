using TelegramHls.Benchmarks.Measuring;
using TelegramHls.Testing;
using TelegramHls.Testing.EndToEnd;

namespace TelegramHls.Benchmarks;

/// <summary>
/// One viewer of a film that is not in the cache, over a sandbox whose bots have a line of their own each, against a direct
/// download through one bot; and the memory that many viewers take.
/// </summary>
internal sealed class ViewerBenchmark : IBenchmark
{
    private const int Line = 1_500_000;
    private const int PartSize = 2 * 1024 * 1024;
    private const int Block = 256 * 1024;
    private static readonly int[] Viewers = [500, 2000];

    // Behind the header, which comes from this machine's disk.
    private const int Start = 1_000_000;

    private static readonly int[] Pools = [1, 8];

    public string Name => "viewer";

    public string Purpose => $"one viewer of an uncached film, each bot on a line of {Line / 1e6} MB/s, against a direct download";

    public async Task RunAsync(BenchFilms films, Report report)
    {
        foreach (int bots in Pools)
        {
            await using World world = await World.CreateAsync();
            await using var pool = await BenchPool.MakeAsync(world, bots, PartSize);
            IngestRun film = await IngestRun.MakeAsync(world, await films.MakeAsync(18));
            string fileId = await pool.UploadAsync(await world.Bot.Http.GetByteArrayAsync(film.Card.Stream));
            await pool.RestartAsync();
            await world.Client.Weather(new { effect = "Slow", down = Line });

            TimedBody alone = await TimedBody.TakeAsync(() => pool.LocateAsync(fileId), Start);

            // A fresh program compiles its code at the first request; that is no matter of the storage.
            await world.Bot.Http.GetByteArrayAsync(film.Card.Hls);
            using (await world.Bot.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, film.Card.Stream)))
            {
            }

            TimedBody viewer = await TimedBody.TakeAsync(() => Task.FromResult(film.Card.Stream), Start);

            Figure yardstick = report.Add("direct download through one bot", alone.BytesPerSecond / 1e6, "MB/s");
            report.Add($"viewer over a pool of {bots}", viewer.BytesPerSecond / 1e6, "MB/s", yardstick);
            report.Add(
                "  first byte later than that of the download and one block",
                1000 * (viewer.FirstByte - alone.FirstByte - ((double)Block / Line)),
                "ms");
            await world.Client.ClearWeather();
            if (bots == Pools[^1])
            {
                await ManyAsync(world, film, report);
            }
        }
    }

    /// <summary>Viewers who take the beginning of the film and then nothing more, as one whose buffer is full.</summary>
    private static async Task ManyAsync(World world, IngestRun film, Report report)
    {
        double before = world.Bot.PeakMemory / 1024.0 / 1024;
        using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(2) };
        var answers = new List<HttpResponseMessage>();
        byte[] beginning = new byte[Block];
        foreach (int viewers in Viewers)
        {
            while (answers.Count < viewers)
            {
                HttpResponseMessage answer = await http.GetAsync(film.Card.Stream, HttpCompletionOption.ResponseHeadersRead);
                answer.EnsureSuccessStatusCode();
                answers.Add(answer);
                await (await answer.Content.ReadAsStreamAsync()).ReadExactlyAsync(beginning);
            }

            report.Add($"memory for {viewers} viewers above one", (world.Bot.PeakMemory / 1024.0 / 1024) - before, "MiB");
        }

        answers.ForEach(answer => answer.Dispose());
    }
}
