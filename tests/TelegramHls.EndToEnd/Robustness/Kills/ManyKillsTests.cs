using Xunit.Abstractions;

namespace TelegramHls.EndToEnd.Robustness.Kills;

/// <summary>The program ends at every fault point of every step, at random moments, and in random weather.</summary>
[Trait("Category", "Soak")]
public sealed class ManyKillsTests(EveryStepFilm film, ITestOutputHelper output) : IClassFixture<EveryStepFilm>
{
    private const int KillsOfAFilm = 6;

    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(5);

    public static TheoryData<int> Seeds =>
        int.TryParse(Environment.GetEnvironmentVariable("THLS_KILL_SEED"), out int seed) ? [seed] : [.. Enumerable.Range(1, 65)];

    [Fact]
    public async Task Film_ProgramEndedAtEveryMoment_ComesThroughOnce()
    {
        film.Points.Keys.Count(point => point.StartsWith("ingest.", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(26);
        IReadOnlyList<Ending> endings = Ending.All(film.Points);
        List<string> failed = [];
        int ended = 0;
        foreach (Ending ending in endings)
        {
            try
            {
                await using World world = await World.CreateAsync();
                ended += await new Survival(world, film.Path, film.Stored, EveryStepFilm.Settings).ShouldSurviveAsync(ending) ? 1 : 0;
            }
            catch (Exception error)
            {
                failed.Add($"{ending}: {error.Message}");
                output.WriteLine(failed[^1]);
            }
        }

        output.WriteLine($"{ended} of {endings.Count} ended at their moment, {failed.Count} films did not come through.");
        failed.ShouldBeEmpty();

        // Of moments that come and go with the clock (edits, polls) some may not be reached for the last time.
        ended.ShouldBeGreaterThan(endings.Count * 9 / 10);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Film_ProgramKilledAtRandomMoments_ComesThroughOnce(int seed)
    {
        var random = new Random(seed);
        await using World world = await World.CreateAsync();
        int message = await world.SendAsync(film.Path);
        for (int kill = 0; kill < KillsOfAFilm; kill++)
        {
            await world.LaunchBotAsync(EveryStepFilm.Settings);
            await Task.Delay(random.NextDouble() * LongestLife, TimeProvider.System);
            if (random.Next(4) == 0)
            {
                (await world.Bot.StopAsync()).ShouldBeOneOf(0, 143);
            }
            else
            {
                await world.Bot.KillAsync();
            }
        }

        await new Survival(world, film.Path, film.Stored, EveryStepFilm.Settings)
            .ShouldComeThroughAsync(message, mostOfOneIndex: KillsOfAFilm + 1, mostAnswers: KillsOfAFilm + 1);
    }
}
