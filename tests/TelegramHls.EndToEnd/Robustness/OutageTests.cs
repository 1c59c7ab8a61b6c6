using System.Net;
using System.Text.Json;
using TelegramHls.EndToEnd.Kit;
using TelegramHls.Sandbox.Accounts;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Robustness;

/// <summary>No storage bot can write: films wait, none fails, and they go on when one can.</summary>
public sealed class OutageTests(UndisturbedFilm undisturbed) : OneWorld, IClassFixture<UndisturbedFilm>
{
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Film_AllBotsRevokedInTheMiddle_WaitsAndComesThrough()
    {
        await World.StartBotAsync(UndisturbedFilm.SmallParts);
        await World.Client.Weather(new { effect = "Slow", up = 100_000 });
        int message = await World.SendAsync(undisturbed.Path);
        await Waiting.UntilAsync(async () => (await Channels.DocumentsAsync(World)).Count >= 2, "two parts in the channels");

        await RevokeAllAsync(true);
        Card card = await World.CardOfAsync(message, card => card.Text.Contains("Storing stopped"));
        card.Text.ShouldContain("none of the 4 storage bots can write to their channels");
        card.Text.ShouldContain("Nothing is lost; it goes on by itself when one can.");
        card.Taps.Keys.ShouldBe(["Try now", "Cancel"]);

        await World.Client.ClearWeather();
        await RevokeAllAsync(false);
        await ShouldComeThroughAsync(message);
    }

    [Fact]
    public async Task Film_SentWhileAllBotsAreOut_IsParkedAndComesThroughByItself()
    {
        int message = await ParkAsync();
        JsonElement early = await TryNowAsync(message);
        early.GetProperty("text").GetString().ShouldBe("Not yet: no storage bot can write.");

        // Parked jobs keep no place: another film gets as far, with one place for both.
        int other = await World.SendAsync(await Films.TwoLanguages(6));
        await World.CardOfAsync(other, card => card.Text.Contains("Storing stopped"));

        await RevokeAllAsync(false);
        await ShouldComeThroughAsync(message);
        (await World.AnswerToAsync(other)).Links.Keys.ShouldContain("Stream");
    }

    [Fact]
    public async Task TryNow_OnceABotCanWrite_GoesOnAtOnceAlsoAfterARestart()
    {
        int message = await ParkAsync();
        await World.LaunchBotAsync(UndisturbedFilm.SmallParts);
        await Waiting.UntilAsync(async () => await IsStorageOutAsync(), "the storage to be out again");
        (await Rows.AskAsync("select state from jobs")).ShouldBe("Parked");

        await RevokeAllAsync(false);
        JsonElement answer = await TryNowAsync(message);

        answer.GetProperty("text").GetString().ShouldBe("It goes on.");
        await ShouldComeThroughAsync(message);
    }

    /// <summary>Starts the program with one place for jobs and all bots out, and sends the film.</summary>
    private async Task<int> ParkAsync()
    {
        await RevokeAllAsync(true);
        await World.LaunchBotAsync(UndisturbedFilm.SmallParts, ("Jobs__Parallel", "1"));
        await Waiting.UntilAsync(async () => await IsStorageOutAsync(), "the storage to be out");
        int message = await World.SendAsync(undisturbed.Path);
        await World.CardOfAsync(message, card => card.Taps.ContainsKey("Try now"));
        await Rows.UntilAsync("select state, attempts from jobs where error like 'Waiting for storage: %'", "Parked|0");
        return message;
    }

    private async Task ShouldComeThroughAsync(int message)
    {
        long back = TimeProvider.System.GetTimestamp();
        int stored = (await Channels.DocumentsAsync(World)).Count;
        await Waiting.UntilAsync(async () => (await Channels.DocumentsAsync(World)).Count > stored, "another part");
        TimeProvider.System.GetElapsedTime(back).ShouldBeLessThan(Promised);
        (await World.AnswerToAsync(message)).Links.Keys.ShouldContain("Stream");
        await Rows.UntilIdleAsync();
        (await Channels.Sha256Async(World, await Rows.AskAsync("select file_id from videos order by created_at limit 1")))
            .ShouldBe(undisturbed.Sha256);
        (await Rows.AskAsync("select count(*) from job_events where kind in ('AttemptFailed', 'Failed')")).ShouldBe("0");
    }

    private async Task<JsonElement> TryNowAsync(int message)
    {
        Card card = await World.CardOfAsync(message, card => card.Taps.ContainsKey("Try now"));
        return await World.Client.Tap(World.Chat, card.Id, card.Taps["Try now"]);
    }

    private async Task RevokeAllAsync(bool revoked)
    {
        foreach (SandboxStorageBot bot in World.Telegram.Accounts.StorageBots)
        {
            await World.Client.Hook("revoke", new { bot = bot.Bot.Id, revoked });
        }
    }

    private async Task<bool> IsStorageOutAsync()
    {
        try
        {
            using HttpResponseMessage answer = await World.Bot.Http.GetAsync("/readyz");
            return answer.StatusCode == HttpStatusCode.ServiceUnavailable
                && (await answer.Content.ReadAsStringAsync()).Contains("none of the 4 storage bots", StringComparison.Ordinal);
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
