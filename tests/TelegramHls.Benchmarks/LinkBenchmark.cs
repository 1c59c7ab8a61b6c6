using System.Globalization;
using Microsoft.Playwright;
using TelegramHls.Benchmarks.Measuring;
using TelegramHls.Testing;
using TelegramHls.Testing.EndToEnd;

namespace TelegramHls.Benchmarks;

/// <summary>A person at home: the program is behind one line to Telegram, the film is not in the cache, the browser is near.</summary>
internal sealed class LinkBenchmark : IBenchmark
{
    private const int Megabytes = 120;
    private const int BitsPerSecond = 50_000_000;
    private const int Milliseconds = 100;
    private const int WatchedSeconds = 10;

    public string Name => "link";

    public string Purpose => $"a cold film over one line of {BitsPerSecond / 1_000_000} Mbit/s and {Milliseconds} ms to Telegram, in Chromium";

    public async Task RunAsync(BenchFilms films, Report report)
    {
        await using World world = await World.CreateAsync(local: true);
        await world.StartBotAsync();
        IngestRun film = await IngestRun.MakeAsync(world, await films.MakeAsync(Megabytes));
        await world.MoveToCloudAsync();
        await world.StartBotAsync();
        await world.Client.Weather(new { effect = "Slow", down = BitsPerSecond / 8, shared = true });
        await world.Client.Weather(new { effect = "Delay", milliseconds = Milliseconds });

        await using FirstFrame browser = await FirstFrame.OpenAsync();
        await WarmAsync(world, browser, films);
        double before = await FetchedAsync(world);
        (IPage page, double first) = await browser.PlayAsync(film.Card.Watch);
        report.Add("first picture of a cold film", first, "s");
        report.Add("cold seek to 80 %", await FirstFrame.SeekAsync(page, 0.8), "s");
        await page.WaitForTimeoutAsync(WatchedSeconds * 1000);
        double buffered = await page.EvaluateAsync<double>(
            "() => { const b = document.querySelector('video').buffered; let s = 0; for (let i = 0; i < b.length; i++) s += b.end(i) - b.start(i); return s; }");
        await page.CloseAsync();

        double fetched = await FetchedAsync(world) - before;
        double bytesPerSecond = new FileInfo(await films.MakeAsync(Megabytes)).Length
            / await DurationAsync(await films.MakeAsync(Megabytes));
        Figure all = report.Add($"fetched in {WatchedSeconds} s of watching", fetched / 1e6, "MB");
        report.Add("  of that never given to the player", (fetched - (buffered * bytesPerSecond)) / 1e6, "MB", all);
    }

    /// <summary>The first film of a browser and of a program also pays for their start.</summary>
    private static async Task WarmAsync(World world, FirstFrame browser, BenchFilms films)
    {
        IngestRun other = await IngestRun.MakeAsync(world, await films.MakeAsync(5));
        await browser.SecondsAsync(other.Card.Watch);
    }

    /// <summary>Bytes on the disk of the part cache, once nothing more comes.</summary>
    private static async Task<double> FetchedAsync(World world)
    {
        double before = -1;
        while (true)
        {
            string output = await Command.RunAsync("du", "-s", "--block-size=1", Path.Combine(world.Data, "cache"));
            double now = double.Parse(output.Split('\t')[0], CultureInfo.InvariantCulture);
            if (now == before)
            {
                return now;
            }

            before = now;
            await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, CancellationToken.None);
        }
    }

    private static async Task<double> DurationAsync(string film) => double.Parse(
        await Command.RunAsync("ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", film),
        CultureInfo.InvariantCulture);
}
