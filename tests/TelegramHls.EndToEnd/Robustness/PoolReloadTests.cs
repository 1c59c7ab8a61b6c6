using System.Text.Json;
using TelegramHls.EndToEnd.Kit;
using TelegramHls.Sandbox.Accounts;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Robustness;

/// <summary>The bots of <c>appsettings.json</c> change while the program runs.</summary>
public sealed class PoolReloadTests : IAsyncLifetime
{
    private World _world = null!;

    private string SettingsFile => Path.Combine(_world.Directory, "appsettings.json");

    public async Task InitializeAsync() => _world = await World.CreateAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Settings_ChangedWhileRunning_AreFollowedUnlessTheyDoNotFit()
    {
        await WriteAsync(0, 1);
        await _world.StartBotAsync([
            .. Enumerable.Range(0, 4).SelectMany(bot => new (string, string?)[]
            {
                ($"Telegram__StorageBots__{bot}__Token", null), ($"Telegram__StorageBots__{bot}__ChatId", null),
            }),
            ("Storage__PartSize", "131072"),
        ]);
        await UntilBotsAreAsync(0, 1);

        await WriteAsync(1, 2, 3);
        await UntilBotsAreAsync(1, 2, 3);

        await File.WriteAllTextAsync(SettingsFile, "{ \"Telegram\": ");
        await UntilLogSaysAsync("cannot be read");
        await File.WriteAllTextAsync(SettingsFile, """{ "Telegram": { "StorageBots": [ { "ChatId": "-1001" } ] } }""");
        await UntilLogSaysAsync("Telegram__StorageBots__0__Token must be set.");
        await UntilBotsAreAsync(1, 2, 3);

        int message = await _world.SendAsync(await Films.TwoLanguages(6));
        (await _world.AnswerToAsync(message)).Links.Keys.ShouldContain("Stream");
        (await Channels.DocumentsAsync(_world)).ShouldAllBe(document => document.Chat != Bots[0].ChatId);
    }

    private IReadOnlyList<SandboxStorageBot> Bots => _world.Telegram.Accounts.StorageBots;

    private Task WriteAsync(params int[] bots) => File.WriteAllTextAsync(
        SettingsFile,
        JsonSerializer.Serialize(new
        {
            Telegram = new
            {
                StorageBots = bots.Select(bot => new { Bots[bot].Bot.Token, ChatId = $"{Bots[bot].ChatId}" }),
            },
        }));

    private Task UntilLogSaysAsync(string words) =>
        Waiting.UntilAsync(() => _world.Bot.Lines.Any(line => line.Contains(words, StringComparison.Ordinal)), $"the log to say {words}");

    private Task UntilBotsAreAsync(params int[] bots) => Waiting.UntilAsync(
        async () =>
        {
            JsonElement ready = JsonSerializer.Deserialize<JsonElement>(await _world.Bot.Http.GetStringAsync("/readyz"));
            return ready.GetProperty("checks").GetProperty("storage").GetProperty("data").GetProperty("bots").EnumerateArray()
                .Select(bot => bot.GetProperty("botId").GetInt64()).SequenceEqual(bots.Select(bot => Bots[bot].Bot.Id));
        },
        $"the bots {string.Join(", ", bots)}");
}
