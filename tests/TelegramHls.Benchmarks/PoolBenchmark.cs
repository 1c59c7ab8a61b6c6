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
            IReadOnlyList<long> channels = await StartAsync(world, bots);

            // The first film of a process also pays for compiling its code.
            await IngestRun.MakeAsync(world, await films.MakeAsync(5));
            Dictionary<long, long> before = await BytesAsync(world, channels);
            await world.Client.Weather(new { effect = "Slow", up = BytesPerSecond });
            string film = await films.MakeAsync((int)Math.Round(bots * PartsOfEach * (PartSize / 1e6)));
            IngestRun run = await IngestRun.MakeAsync(world, film);

            Dictionary<long, long> after = await BytesAsync(world, channels);
            long[] shares = [.. channels.Select(channel => after[channel] - before[channel])];
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
        IReadOnlyList<long> channels = await StartAsync(world, 2, ("Storage__MessagesPerMinute", $"{MessagesPerMinute}"));
        string film = await films.MakeAsync((int)Math.Round(channels.Count * PartsUnderLimit * (PartSize / 1e6)));
        IngestRun run = await IngestRun.MakeAsync(world, film);

        int messages = 0;
        foreach (long channel in channels)
        {
            messages += (await world.Client.Messages(channel)).Count(message => message.TryGetProperty("document", out _));
        }

        double predicted = (messages - (channels.Count * MessagesPerMinute)) * 60.0 / (channels.Count * MessagesPerMinute);
        Figure yardstick = report.Add($"{messages} messages, {MessagesPerMinute} a minute in {channels.Count} channels: predicted", predicted, "s");
        report.Add("  taken by the step", run.Steps["store"], "s", yardstick);
    }

    /// <summary>Starts the program with so many storage bots, each with a channel of its own; returns the channels.</summary>
    private static async Task<IReadOnlyList<long>> StartAsync(
        World world, int bots, params (string Name, string? Value)[] further)
    {
        var settings = new List<(string Name, string? Value)>
        {
            ("Storage__PartSize", $"{PartSize}"), ("Logging__LogLevel__Default", "Information"),

            // It goes without an upload, so its bytes are nobody's work.
            ("Storage__KeepOriginal", "false"),
        };
        settings.AddRange(further);
        var channels = new List<long>();
        for (int bot = 0; bot < Math.Max(bots, world.Telegram.Accounts.StorageBots.Count); bot++)
        {
            (string? token, long channel) = bot < bots ? await BotAsync(world, bot) : (null, 0);
            settings.Add(($"Telegram__StorageBots__{bot}__Token", token));
            settings.Add(($"Telegram__StorageBots__{bot}__ChatId", token is null ? null : $"{channel}"));
            channels.AddRange(token is null ? [] : [channel]);
        }

        await world.StartBotAsync([.. settings]);
        return channels;
    }

    private static async Task<(string Token, long Channel)> BotAsync(World world, int bot)
    {
        if (bot < world.Telegram.Accounts.StorageBots.Count)
        {
            return (world.Telegram.Accounts.StorageBots[bot].Bot.Token, world.Telegram.Accounts.StorageBots[bot].ChatId);
        }

        JsonElement made = await world.Client.Hook("bots", new { first_name = $"Storage {bot}" });
        long id = made.GetProperty("id").GetInt64();
        JsonElement channel = await world.Client.Hook("channels", new { title = $"Storage {bot}", admins = new[] { id } });
        return (made.GetProperty("token").GetString()!, channel.GetProperty("chat_id").GetInt64());
    }

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
