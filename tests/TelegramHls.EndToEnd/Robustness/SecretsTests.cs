using TelegramHls.EndToEnd.Kit;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Robustness;

/// <summary>
/// A whole session with everything that can go wrong in it, logged at Debug level: no token and no share key may stand in
/// any log line, in the body of any error, or in readiness.
/// </summary>
public sealed class SecretsTests
{
    private readonly List<string> _heard = [];

    [Fact]
    public Task Session_WithEveryKindOfTrouble_TellsNoSecret() => ShouldTellNoSecretAsync(local: false);

    [Fact]
    [Trait("Category", "Soak")]
    public Task Session_AtALocalServer_TellsNoSecretEither() => ShouldTellNoSecretAsync(local: true);

    private async Task ShouldTellNoSecretAsync(bool local)
    {
        await using World world = await World.CreateAsync(local);
        string file = Path.Combine(world.Directory, "logs", "bot.log");
        (string, string?)[] settings =
            [("Logging__File__Path", file), ("Logging__LogLevel__Default", "Trace"), ("Logging__LogLevel__System.Net.Http", "Trace"), ("Logging__LogLevel__Microsoft", "Trace"), ("Storage__PartSize", "131072"), ("Jobs__MaxAttempts", "20")];

        await WithoutTelegramAsync(world, settings);
        await world.StartBotAsync([.. settings, ("TELEGRAMHLS_FAULTS", "ingest.store.before=throw*1;inbox.handle=throw*1")]);
        Card card = await ThroughBadWeatherAsync(world);
        await PlayAsync(world, card);
        await BreakDownAsync(world, card);
        await world.Bot.StopAsync();

        _heard.AddRange(world.Bot.Lines);
        string[] files = Directory.GetFiles(Path.GetDirectoryName(file)!);
        files.ShouldNotBeEmpty();
        _heard.AddRange(files.SelectMany(File.ReadAllLines));
        _heard.Count.ShouldBeGreaterThan(100);
        ShouldNotTell(SecretsOf(world, card));
    }

    private static IEnumerable<string> SecretsOf(World world, Card card)
    {
        IEnumerable<string> tokens =
            [world.Telegram.Accounts.ControlBot.Token, .. world.Telegram.Accounts.StorageBots.Select(bot => bot.Bot.Token)];
        return tokens.Select(token => token.Split(':')[1]).Append(card.Key);
    }

    private void ShouldNotTell(IEnumerable<string> secrets)
    {
        foreach (string secret in secrets)
        {
            secret.Length.ShouldBeGreaterThan(15);
            _heard.Where(line => line.Contains(secret, StringComparison.Ordinal)).ShouldBeEmpty();
        }
    }

    /// <summary>Nobody listens where the Bot API server should be.</summary>
    private async Task WithoutTelegramAsync(World world, (string, string?)[] settings)
    {
        await world.LaunchBotAsync([.. settings, ("Telegram__ApiUrl", $"http://127.0.0.1:{BotProcess.FreePort()}")]);
        await Waiting.UntilAsync(
            () => world.Bot.Lines.Any(line => line.Contains("Messages cannot be read now", StringComparison.Ordinal)), "a failed poll");
        await HearAsync(world, "/readyz");
        await world.Bot.KillAsync();
        _heard.AddRange(world.Bot.Lines);
    }

    /// <summary>Lost answers, floods, gateway pages, cut and purged downloads while a film is taken in.</summary>
    private static async Task<Card> ThroughBadWeatherAsync(World world)
    {
        await world.Client.Weather(new { effect = "DropBefore", method = "getFile", count = 1 });
        await world.Client.Weather(new { effect = "Cut", after_bytes = 1000, count = 1 });
        await world.Client.Weather(new { effect = "DropAfter", method = "sendDocument", count = 1 });
        await world.Client.Weather(new { effect = "DropBefore", method = "sendDocument", count = 1 });
        await world.Client.Weather(new { effect = "Flood", method = "sendDocument", retry_after = 1, count = 1 });
        await world.Client.Weather(new { effect = "Fail", method = "sendDocument", status = 502, body = "<html>Bad Gateway</html>", count = 1 });
        await world.Client.Weather(new { effect = "Fail", method = "editMessageText", status = 500, count = 1 });
        await world.Client.Hook("revoke", new { bot = world.Telegram.Accounts.StorageBots[0].Bot.Id });
        long stranger = await world.Client.MakePerson("Stranger");
        await world.Client.Say(world.Chat, "/start 1234567890", person: stranger);
        using var directory = new TempDirectory();
        string text = directory.File("text.mp4");
        await File.WriteAllTextAsync(text, "no film");
        await world.SendAsync(text);
        int message = await world.SendAsync(await Films.TwoLanguages(10));
        Card card = await world.AnswerToAsync(message);
        card.Links.Keys.ShouldContain("Stream");
        await world.Client.Hook("revoke", new { bot = world.Telegram.Accounts.StorageBots[0].Bot.Id, revoked = false });
        return card;
    }

    private async Task PlayAsync(World world, Card card)
    {
        foreach (string link in card.Links.Values)
        {
            (await world.Bot.Http.GetAsync(link)).EnsureSuccessStatusCode();
        }

        foreach (string path in (string[])["hls/{0}/nothing.m3u8", "hls/{0}/v0/99999.m4s", "stream/{0}/", "sub/{0}/s9.vtt", "w/{0}x", "img/{0}/poster.jpg", "nowhere/{0}", "dl/{0}"])
        {
            await HearAsync(world, "/" + string.Format(path, card.Key));
        }
    }

    /// <summary>Parts that cannot be read any more, and no Telegram at all.</summary>
    private async Task BreakDownAsync(World world, Card card)
    {
        await world.Bot.StopAsync();
        _heard.AddRange(world.Bot.Lines);
        Directory.Delete(Path.Combine(world.Data, "cache"), recursive: true);
        await world.StartBotAsync(("Logging__LogLevel__Default", "Trace"), ("Logging__File__Path", Path.Combine(world.Directory, "logs", "bot.log")));
        await world.Client.Weather(new { effect = "Fail", status = 502, body = "<html>Bad Gateway</html>" });
        using (var limit = new CancellationTokenSource(TimeSpan.FromSeconds(3)))
        {
            try
            {
                using HttpResponseMessage answer = await world.Bot.Http.GetAsync(card.Stream, limit.Token);
                _heard.Add(await answer.Content.ReadAsStringAsync(limit.Token));
            }
            catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
            {
                // Nothing to hear: the body ended or never began.
            }
        }

        await HearAsync(world, "/metrics");
        await HearAsync(world, "/readyz");
        await world.Client.ClearWeather();
    }

    private async Task HearAsync(World world, string path)
    {
        try
        {
            using HttpResponseMessage answer = await world.Bot.Http.GetAsync(path);
            _heard.Add($"{path.Split('/')[1]}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
        catch (HttpRequestException)
        {
            // Not listening yet.
        }
    }
}
