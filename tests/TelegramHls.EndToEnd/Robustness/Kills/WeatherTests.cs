using TelegramHls.EndToEnd.Kit;

namespace TelegramHls.EndToEnd.Robustness.Kills;

/// <summary>Each life of the program meets other faults, until the last one; <c>THLS_CHAOS_SEED</c> reruns one.</summary>
[Trait("Category", "Soak")]
public sealed class WeatherTests(EveryStepFilm film) : OneWorld, IClassFixture<EveryStepFilm>
{
    [Theory]
    [MemberData(nameof(RandomFaults.Seeds), MemberType = typeof(RandomFaults))]
    public async Task Film_InRandomWeather_ComesThroughOnce(int seed)
    {
        var faults = new RandomFaults(seed);
        await World.LaunchBotAsync([.. EveryStepFilm.Settings, ("TELEGRAMHLS_FAULTS", faults.Next())]);
        int message = await World.SendAsync(film.Path);
        Task<Card> answer = World.AnswerToAsync(message, RandomFaults.LongestLife * RandomFaults.Lives);
        for (int life = 1; life < RandomFaults.Lives; life++)
        {
            await faults.DisturbAsync(World);
            if (await Task.WhenAny(answer, World.Bot.WaitForExitAsync(RandomFaults.LongestLife)) == answer)
            {
                break;
            }

            await World.LaunchBotAsync([.. EveryStepFilm.Settings, ("TELEGRAMHLS_FAULTS", faults.Next())]);
        }

        await new Survival(World, film.Path, film.Stored, EveryStepFilm.Settings)
            .ShouldComeThroughAsync(message, mostOfOneIndex: int.MaxValue, mostAnswers: RandomFaults.Lives);
    }
}
