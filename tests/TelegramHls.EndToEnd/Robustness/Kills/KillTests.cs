using TelegramHls.EndToEnd.Kit;

namespace TelegramHls.EndToEnd.Robustness.Kills;

/// <summary>The program ends in the middle of an ingest and is started again: the film comes through whole, and once.</summary>
public sealed class KillTests(EveryStepFilm film) : OneWorld, IClassFixture<EveryStepFilm>
{
    private const int DrawsOfASuite = 1;

    /// <summary>Another subset of the moments: <c>THLS_KILL_SEED</c>.</summary>
    private static readonly int Seed =
        int.TryParse(Environment.GetEnvironmentVariable("THLS_KILL_SEED"), out int seed) ? seed : 7;

    public static TheoryData<int> Draws => [.. Enumerable.Range(0, DrawsOfASuite)];

    private Survival Survival => new(World, film.Path, film.Stored, EveryStepFilm.Settings);

    [Theory]
    [MemberData(nameof(Draws))]
    public async Task Film_ProgramEndedAtADrawnMoment_ComesThroughOnce(int draw)
    {
        Ending[] all = [.. Ending.All(film.Points)];
        new Random(Seed).Shuffle(all);
        await Survival.ShouldSurviveAsync(all[draw]);
    }

    [Fact]
    public async Task Film_ProgramStoppedWhileItSpeaks_FinishesThatAndSaysNothingTwice() =>
        (await Survival.ShouldSurviveAsync(new Ending("telegram.sendMessage.after", Time: 1, "stop"))).ShouldBeTrue();

    [Fact]
    [Trait("Category", "Soak")]
    public async Task Film_ProgramKilledWhileFetching_ComesThroughOnce()
    {
        await World.StartBotAsync(EveryStepFilm.Settings);
        await World.Client.Weather(new { effect = "Slow", down = 100_000 });

        int message = await World.SendAsync(film.Path);
        await Waiting.UntilAsync(() => HasSpooled("source", 100_000), "a piece of the source in the spool");
        await World.Bot.KillAsync();

        await Survival.ShouldComeThroughAsync(message, mostOfOneIndex: 2);
    }

    [Fact]
    public async Task Film_ProgramKilledInTheMiddleOfSends_ComesThroughOnce()
    {
        await World.StartBotAsync(EveryStepFilm.Settings);
        await World.Client.Weather(new { effect = "Slow", up = 20_000 });

        int message = await World.SendAsync(film.Path);
        await Waiting.UntilAsync(
            async () => (await Channels.DocumentsAsync(World)).Count >= 2 && await Rows.CountAsync("intents") > 0,
            "two parts in the channels and another on its way");
        await World.Bot.KillAsync();

        await Survival.ShouldComeThroughAsync(message, mostOfOneIndex: 2);
    }

    private bool HasSpooled(string name, long bytes) => Directory.Exists(Path.Combine(World.Data, "spool"))
        && Directory.GetFiles(Path.Combine(World.Data, "spool"), name, SearchOption.AllDirectories)
            .Any(file => new FileInfo(file).Length >= bytes);
}
