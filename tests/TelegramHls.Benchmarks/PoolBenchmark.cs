using System.Text.Json;
using TelegramHls.Benchmarks.Measuring;
using TelegramHls.Testing.EndToEnd;

namespace TelegramHls.Benchmarks;

/// <summary>
/// A film through the published program and a pool of bots whose lines are equally slow, so that the bots are what limits. The rate
/// limiter is off, the server in local mode; the film grows with the pool, so that each bot has as much to send.
/// </summary>
internal sealed class PoolBenchmark : IBenchmark
{
    private const int PartSize = 2 * 1024 * 1024;
    private const int PartsOfEach = 21;
    private const int BytesPerSecond = 2_000_000;
    private const int MessagesPerMinute = 20;
    private const int PartsUnderLimit = 30;
    private static readonly int[] Pools = [1, 2, 3, 4, 5, 8, 10];

    public string Name => "pool";

    public string Purpose =>
        $"a film stored through {string.Join(", ", Pools)} bots, each sending {BytesPerSecond / 1e6:0} MB/s at most, {PartsOfEach} parts each";

    public async Task RunAsync(BenchFilms films, Report report)
    {
        Figure? one = null;
        foreach (int bots in Pools)
        {
            await using World world = await World.CreateAsync(local: true);
            await using BenchPool pool = await StartAsync(world, bots);

            // The first film of a process also pays for compiling its code.
            await IngestRun.MakeAsync(world, await films.MakeAsync(5));
            Dictionary<long, long> before = await BytesAsync(world, pool.Channels);
            await world.Client.Weather(new { effect = "Slow", up = BytesPerSecond });
            string film = await films.MakeAsync((int)Math.Round(bots * PartsOfEach * (PartSize / 1e6)));
            IngestRun run = await IngestRun.MakeAsync(world, film);

            Dictionary<long, long> after = await BytesAsync(world, pool.Channels);
            long[] shares = [.. pool.Channels.Select(channel => after[channel] - before[channel])];
            double speed = shares.Sum() / 1e6 / run.Steps["store"];
            Figure figure = report.Add($"{bots} {(bots == 1 ? "bot" : "bots")}", speed, "MB/s", one);
            one ??= figure;
            double mean = shares.Average();
            report.Add("  of as many times one bot", speed / (bots * one.Value) * 100, "%");
            report.Add("  of what their lines carry", speed * 1e6 / (bots * BytesPerSecond) * 100, "%");
            report.Add("  farthest share of a bot from the mean", shares.Max(share => Math.Abs(share - mean)) / mean * 100, "%");
        }

        await LimitedAsync(films, report);
    }

    /// <summary>
    /// With the rate limiter on: each channel takes one minute's messages at once, then the others one by one at its rate. That
    /// predicts the time of a film.
    /// </summary>
    private static async Task LimitedAsync(BenchFilms films, Report report)
    {
        await using World world = await World.CreateAsync(local: true);
        await using BenchPool pool = await StartAsync(world, 2, ("Storage__MessagesPerMinute", $"{MessagesPerMinute}"));
        string film = await films.MakeAsync((int)Math.Round(pool.Channels.Count * PartsUnderLimit * (PartSize / 1e6)));
        IngestRun run = await IngestRun.MakeAsync(world, film);

        int messages = 0;
        foreach (long channel in pool.Channels)
        {
            messages += (await world.Client.Messages(channel)).Count(message => message.TryGetProperty("document", out _));
        }

        double predicted = (messages - (pool.Channels.Count * MessagesPerMinute)) * 60.0 / (pool.Channels.Count * MessagesPerMinute);
        Figure yardstick = report.Add($"{messages} messages, {MessagesPerMinute} a minute in {pool.Channels.Count} channels: predicted", predicted, "s");
        report.Add("  taken by the step", run.Steps["store"], "s", yardstick);
    }

    /// <summary>The original is not kept: it goes without an upload, so its bytes are nobody's work.</summary>
    private static Task<BenchPool> StartAsync(World world, int bots, params (string Name, string? Value)[] further) =>
        BenchPool.MakeAsync(world, bots, PartSize, [("Storage__KeepOriginal", "false"), .. further]);

    private static async Task<Dictionary<long, long>> BytesAsync(World world, IEnumerable<long> channels)
    {
        var bytes = new Dictionary<long, long>();
        foreach (long channel in channels)
        {
            bytes[channel] = (await world.Client.Messages(channel))
                .Sum(message => message.TryGetProperty("document", out JsonElement sent) ? sent.GetProperty("file_size").GetInt64() : 0);
        }

        return bytes;
    }
}
