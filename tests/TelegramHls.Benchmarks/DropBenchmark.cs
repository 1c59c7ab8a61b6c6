using TelegramHls.Benchmarks.Measuring;
using TelegramHls.Testing;
using TelegramHls.Testing.EndToEnd;

namespace TelegramHls.Benchmarks;

/// <summary>
/// What a person waits for: a film is dropped into the chat, the links come, the watch page shows a picture. Against
/// ffmpeg alone doing the same to the same file.
/// </summary>
internal sealed class DropBenchmark : IBenchmark
{
    private const int Rounds = 3;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public string Name => "drop";

    public string Purpose => $"from dropping a film into the chat to its links and its first picture in Chromium, middle of {Rounds}";

    public async Task RunAsync(BenchFilms films, Report report)
    {
        await using World world = await World.CreateAsync(local: true);
        await world.StartBotAsync(("Logging__LogLevel__Default", "Information"));
        await using FirstFrame browser = await FirstFrame.OpenAsync();

        // The first film of a process also pays for compiling its code, the first page of a browser for its start.
        await DropAsync(world, browser, await films.MakeAsync(20));
        await MeasureAsync("1080p, 60 s, copied", await BenchFilms.FullHdAsync(), CopyAsync, "ffmpeg -c copy");
        await MeasureAsync("AVI 720p, 20 s, encoded anew", await BenchFilms.AviAsync(), EncodeAsync, "ffmpeg -c:v libx264");

        async Task MeasureAsync(string what, string film, Func<string, Task<double>> bare, string yardstick)
        {
            var alone = new List<double>();
            var drops = new List<(double Links, double Picture)>();
            for (int round = 0; round < Rounds; round++)
            {
                string variant = films.Variant(film);
                alone.Add(await bare(variant));
                drops.Add(await DropAsync(world, browser, variant));
                File.Delete(variant);
            }

            report.Add($"{what}: film", new FileInfo(film).Length / 1e6, "MB");
            Figure own = report.Add($"{what}: {yardstick}", alone.Median(), "s");
            report.Add($"{what}: dropped to links", drops.Select(drop => drop.Links).Median(), "s", own);
            report.Add($"{what}: links to first picture", drops.Select(drop => drop.Picture).Median(), "s", own);
            report.Add($"{what}: dropped to first picture", drops.Select(drop => drop.Links + drop.Picture).Median(), "s", own);
        }
    }

    private static async Task<(double Links, double Picture)> DropAsync(World world, FirstFrame browser, string film)
    {
        Card? card = null;
        double links = await Stopped.SecondsAsync(async () => card = await world.AnswerToAsync(await world.SendAsync(film), Longest));
        return card is { Links.Count: > 0 }
            ? (links, await browser.SecondsAsync(card.Watch))
            : throw new InvalidOperationException($"The film was not stored: {card?.Text}\n{string.Join('\n', world.Bot.Lines)}");
    }

    private static Task<double> CopyAsync(string film) => BareAsync(film, "-c", "copy");

    // Preset and quality as the program chooses them.
    private static Task<double> EncodeAsync(string film) =>
        BareAsync(film, "-c:v", "libx264", "-preset", "veryfast", "-crf", "21", "-c:a", "aac", "-b:a", "160k");

    private static async Task<double> BareAsync(string film, params string[] codecs)
    {
        using var directory = new TempDirectory();
        return await Stopped.SecondsAsync(() => Command.RunAsync(
            "ffmpeg", ["-v", "error", "-i", film, "-map", "0", .. codecs, directory.File("alone.mp4")]));
    }
}
