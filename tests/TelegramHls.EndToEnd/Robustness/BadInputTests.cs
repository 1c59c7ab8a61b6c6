using System.Globalization;
using TelegramHls.EndToEnd.Kit;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Robustness;

/// <summary>Files that are no films: each gets a clear word, leaves nothing behind, and the next film works.</summary>
public sealed class BadInputTests(RunningWorld running) : IClassFixture<RunningWorld>
{
    private const int LargestOfCloud = 20_971_520;

    private static readonly string[] InternalWords =
        ["Exception", "   at ", "null", "/tmp", "spool", "ffprobe", "moov", "exit code", "stack"];

    private World World => running.World;

    [Theory]
    [InlineData("garbage after a good beginning", "cannot be played")]
    [InlineData("truncated", "cannot be played")]
    [InlineData("text", "cannot be played")]
    [InlineData("empty", "This file is empty")]
    [InlineData("too large", "20 MB")]
    [InlineData("single picture", "single picture")]
    [InlineData("codec that nobody knows", "ffmpeg does not know")]
    public async Task BadFile_Sent_IsRefusedInWordsAndLeavesNothing(string kind, string reason)
    {
        using var directory = new TempDirectory();

        int message = await World.SendAsync(await MakeAsync(kind, directory), "document", $"{kind}.mp4");
        Card card = await World.AnswerToAsync(message);

        card.Text.ShouldContain("Not taken in.");
        card.Text.ShouldContain(reason);
        card.Links.ShouldBeEmpty();
        card.Taps.ShouldBeEmpty();
        InternalWords.ShouldAllBe(word => !card.Text.Contains(word, StringComparison.OrdinalIgnoreCase));
        await new Rows(World).UntilIdleAsync();
        await Traces.ShouldVanishAsync(World);
    }

    [Fact]
    public async Task CutOffFilm_Sent_PlaysAsFarAsItGoesAndSaysSo()
    {
        using var directory = new TempDirectory();
        byte[] whole = await File.ReadAllBytesAsync(await OddFilms.IndexInFront());
        await File.WriteAllBytesAsync(directory.File("cut.mp4"), whole[..(whole.Length / 2)]);

        Card card = await World.AnswerToAsync(await World.SendAsync(directory.File("cut.mp4"), "document", "cut.mp4"));

        double there = double.Parse(await Command.RunAsync(
            "ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", card.Stream), CultureInfo.InvariantCulture);
        there.ShouldBeInRange(4, 8);
        card.Text.ShouldContain($"The file ends early: {there:0} s of 12 s are there.");
        card.Text.ShouldContain($"{there:0} s · ");
        await Command.RunAsync("ffmpeg", "-v", "error", "-xerror", "-i", card.Hls, "-f", "null", "-");
    }

    [Fact]
    public async Task GoodFilm_AfterBadOnes_Works()
    {
        await using World world = await World.StartAsync();
        using var directory = new TempDirectory();
        foreach (string kind in (string[])["text", "garbage after a good beginning", "empty"])
        {
            await world.SendAsync(await MakeAsync(kind, directory), "video");
        }

        Card card = await world.AnswerToAsync(await world.SendAsync(await Films.TwoLanguages(6)));

        card.Links.Keys.ShouldContain("Stream");
        await new Rows(world).UntilIdleAsync();
        (await new Rows(world).AskAsync("select state, count(*) from videos group by state order by state"))
            .ShouldBe("Failed|3\nReady|1");
    }

    private static async Task<string> MakeAsync(string kind, TempDirectory directory)
    {
        string path = directory.File("film.mp4");
        byte[] film = await File.ReadAllBytesAsync(await Films.TwoLanguages(6));
        switch (kind)
        {
            case "garbage after a good beginning":
                // ftyp and 100 bytes; what follows would have to be moov.
                new Random(1).NextBytes(film.AsSpan(100));
                await File.WriteAllBytesAsync(path, film);
                break;
            case "truncated":
                // The table of contents of this MP4 stands at its end.
                await File.WriteAllBytesAsync(path, film[..(film.Length / 2)]);
                break;
            case "text":
                await File.WriteAllTextAsync(path, "Once upon a time there was no film at all.\n");
                break;
            case "empty":
                await File.WriteAllBytesAsync(path, []);
                break;
            case "too large":
                await using (FileStream large = File.Create(path))
                {
                    large.SetLength(LargestOfCloud + 1);
                }

                break;
            case "single picture":
                return await ForeignFilms.StillGif();
            default:
                await File.WriteAllBytesAsync(path, await ForeignFilms.UnknownCodecAsync());
                break;
        }

        return path;
    }
}
