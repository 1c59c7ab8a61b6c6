using System.Globalization;
using TelegramHls.EndToEnd.Kit;
using TelegramHls.Testing;
using TelegramHls.Testing.Playlists;

namespace TelegramHls.EndToEnd.Players;

/// <summary>A film so long that its index and its header are larger than any file that a cloud server gives.</summary>
public sealed class LongFilmTests
{
    private const int Rounds = 720;
    private const long CloudFile = 20_000_000;

    [Fact]
    [Trait("Category", "Soak")]
    public async Task Film_OfTwelveHours_IsReadBackFromTheCloudWithItsIndexAndSeeks()
    {
        await using World world = await World.StartAsync(local: true);
        string source = await ClockFilms.TwelveHours();
        Card card = await world.AnswerToAsync(await world.SendAsync(source), TimeSpan.FromMinutes(20));
        string indexes = Path.Combine(world.Data, "index");
        long[] kept = [.. Directory.GetFiles(indexes).Select(path => new FileInfo(path).Length)];
        kept.Length.ShouldBe(2);
        kept.ShouldAllBe(length => length > CloudFile);

        await world.Bot.KillAsync();
        await world.MoveToCloudAsync();
        Directory.Delete(indexes, recursive: true);
        Directory.Delete(Path.Combine(world.Data, "cache"), recursive: true);
        await world.StartBotAsync();

        double length = double.Parse(await DurationAsync(source), CultureInfo.InvariantCulture);
        double.Parse(await DurationAsync(card.Stream), CultureInfo.InvariantCulture).ShouldBe(length, 1.0 / ClockFilms.Rate);
        foreach (double at in new[] { 1000.2, (0.5 * length) + 7.3, (0.98 * length) + 0.3 })
        {
            Sight sight = await new FFmpegPlayer().SeekAsync(card, overHls: false, at);
            (sight.Picture / (double)ClockFilms.Rate).ShouldBe(at % (length / Rounds), 0.1, $"{at}: {sight}");
        }

        var playlist = ReadMediaPlaylist.Read(await world.Bot.Http.GetStringAsync(card.Hls.Replace("master", "v0", StringComparison.Ordinal)));
        playlist.Segments.Sum(segment => segment.Seconds).ShouldBe(length, 0.2);
        Directory.GetFiles(indexes).Select(path => new FileInfo(path).Length).ShouldBe(kept, ignoreOrder: true);
    }

    private static Task<string> DurationAsync(string input) =>
        Command.RunAsync("ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", input);
}
