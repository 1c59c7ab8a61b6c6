using System.Net;
using System.Text.Json;
using TelegramHls.EndToEnd.Kit;
using TelegramHls.Sandbox.Accounts;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Robustness;

/// <summary><c>/readyz</c> says whether films can be taken in and served, and why not.</summary>
public sealed class ReadinessTests : IAsyncLifetime
{
    private World _world = null!;

    public async Task InitializeAsync() => _world = await World.CreateAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Readyz_BotsRevokedOneByOne_DegradesAndThenFails()
    {
        SandboxStorageBot[] bots = [.. _world.Telegram.Accounts.StorageBots];
        await _world.Client.Hook("revoke", new { bot = bots[0].Bot.Id });
        await _world.StartBotAsync();

        JsonElement degraded = await UntilAsync(HttpStatusCode.OK, "degraded");
        degraded.GetProperty("checks").GetProperty("storage").GetProperty("status").GetString().ShouldBe("degraded");

        JsonElement out0 = degraded.GetProperty("checks").GetProperty("storage").GetProperty("data").GetProperty("bots")[0];
        out0.GetProperty("botId").GetInt64().ShouldBe(bots[0].Bot.Id);
        (out0.GetProperty("state").GetString(), out0.GetProperty("lastError").GetString()).ShouldBe(("out", "Unauthorized"));

        foreach (SandboxStorageBot bot in bots[1..])
        {
            await _world.Client.Hook("revoke", new { bot = bot.Bot.Id });
        }

        await _world.LaunchBotAsync();
        JsonElement failing = await UntilAsync(HttpStatusCode.ServiceUnavailable, "failing");
        JsonElement storage = failing.GetProperty("checks").GetProperty("storage");
        storage.GetProperty("status").GetString().ShouldBe("failing");
        storage.GetProperty("description").GetString()!.ShouldContain("none of the 4 storage bots");
        bots.ShouldAllBe(bot => !failing.ToString().Contains(bot.Bot.Token));
    }

    [Fact]
    public async Task Readyz_TelegramGoesDownAndComesBack_FollowsIt()
    {
        await _world.StartBotAsync();

        await _world.Client.Weather(new { effect = "Fail", status = 502, body = "<html>Bad Gateway</html>" });
        await _world.Client.Say(_world.Chat, "/help");
        JsonElement down = await UntilAsync(HttpStatusCode.ServiceUnavailable, "failing");
        down.GetProperty("checks").GetProperty("controlBot").GetProperty("status").GetString().ShouldBe("failing");

        await _world.Client.ClearWeather();
        await UntilAsync(HttpStatusCode.OK, "ok");
    }

    [Fact]
    public async Task Readyz_FloorAboveFreeDisk_FailsAndFilmsWaitUntilThereIsRoom()
    {
        await _world.LaunchBotAsync(("Data__MinFreeBytes", long.MaxValue.ToString()));

        JsonElement full = await UntilAsync(HttpStatusCode.ServiceUnavailable, "failing");

        string disk = full.GetProperty("checks").GetProperty("disk").GetProperty("description").GetString()!;
        disk.ShouldContain("Data__MinFreeBytes");
        (await _world.Bot.Http.GetAsync("/healthz")).StatusCode.ShouldBe(HttpStatusCode.OK);

        int film = await _world.SendAsync(await Films.TwoLanguages(4));
        await _world.Client.WaitFor(_world.Chat, messages => messages.Select(Card.Read).Any(card =>
            card.ReplyTo == film && card.Text.Contains("Waiting for room", StringComparison.Ordinal)));
        Directory.GetFileSystemEntries(Path.Combine(_world.Data, "spool")).ShouldBeEmpty();

        await _world.StartBotAsync();
        (await _world.AnswerToAsync(film)).Links.ShouldNotBeEmpty();
    }

    private async Task<JsonElement> UntilAsync(HttpStatusCode code, string status)
    {
        JsonElement found = default;
        await Waiting.UntilAsync(
            async () =>
            {
                try
                {
                    using HttpResponseMessage answer = await _world.Bot.Http.GetAsync("/readyz");
                    found = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());
                    return answer.StatusCode == code && found.GetProperty("status").GetString() == status;
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            },
            $"{(int)code} {status}; last: {found}");
        return found;
    }
}
