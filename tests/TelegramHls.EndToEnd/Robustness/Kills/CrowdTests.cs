using TelegramHls.EndToEnd.Kit;

namespace TelegramHls.EndToEnd.Robustness.Kills;

/// <summary>Many films of several people wait, and the program is restarted again and again: all are taken in, in fair order.</summary>
public sealed class CrowdTests : OneWorld
{
    private const double MuchMoreMemory = 1.3;

    [Fact]
    public Task TwentyFilms_RestartedThreeTimes_AreAllTakenInInFairOrder() => ShouldTakeInAsync(films: 20, Waiting.Longest);

    [Fact]
    [Trait("Category", "Soak")]
    public Task TwoHundredFilms_RestartedThreeTimes_AreAllTakenInInFairOrder() => ShouldTakeInAsync(films: 200, TimeSpan.FromMinutes(15));

    private async Task ShouldTakeInAsync(int films, TimeSpan longest)
    {
        using var crowd = new Crowd(World);
        await crowd.SendAsync(films);
        for (int life = 0; life < 3; life++)
        {
            await World.StartBotAsync(crowd.Settings);
            await UntilDoneAsync(films * (life + 1) / 5, longest);
            if (life == 1)
            {
                await World.Bot.KillAsync();
            }
            else
            {
                (await World.Bot.StopAsync()).ShouldBe(0);
            }
        }

        await World.StartBotAsync(crowd.Settings);
        await UntilDoneAsync(films * 4 / 5, longest);
        long peak = World.Bot.PeakMemory;
        await UntilDoneAsync(films, longest);
        await Rows.UntilIdleAsync();

        World.Bot.PeakMemory.ShouldBeLessThan((long)(peak * MuchMoreMemory));
        (await Rows.AskAsync("select state, count(*) from jobs group by state")).ShouldBe($"Succeeded|{films}");
        (await Rows.AskAsync("select state, count(*), count(distinct owner_id) from videos group by state")).ShouldBe($"Ready|{films}|5");
        Directory.GetFileSystemEntries(Path.Combine(World.Data, "spool")).ShouldBeEmpty();
        (await Rows.AskAsync("select count(*) from (select file_id from parts group by file_id having count(*) <> max(\"index\") + 1)")).ShouldBe("0");
        await OrderShouldBeFairAsync(films / 5);
    }

    private Task UntilDoneAsync(int films, TimeSpan longest) => Waiting.UntilAsync(
        async () => int.Parse(await Rows.AskAsync("select count(*) from jobs where finished_at is not null")) >= films,
        $"{films} films to be through",
        longest);

    /// <summary>Who sent first must not keep the others waiting: everybody's first film begins before anybody's last.</summary>
    private async Task OrderShouldBeFairAsync(int filmsOfEach)
    {
        string[] owners = (await Rows.AskAsync("""
            select v.owner_id from jobs j join videos v on v.id = j.subject
            order by (select min(e.number) from job_events e where e.job_id = j.id and e.kind = 'AttemptStarted')
            """)).Split('\n');
        int[] begun = [.. owners.Select((owner, i) => owners.Take(i).Count(other => other == owner))];
        int lastFirst = Array.LastIndexOf(begun, 0);
        int firstLast = Array.IndexOf(begun, filmsOfEach - 1);
        lastFirst.ShouldBeLessThan(firstLast, string.Join(' ', owners));
    }
}
