using System.Text.Json;
using TelegramHls.Sandbox;
using TelegramHls.Sandbox.Accounts;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Cli;

/// <summary><c>config check</c> against a Bot API server, which is not the cloud's.</summary>
public sealed class ConfigCheckOnlineTests : IAsyncLifetime, IDisposable
{
    private readonly TempDirectory _directory = new();
    private SandboxServer _telegram = null!;
    private SandboxClient _client = null!;

    private SandboxAccounts Accounts => _telegram.Accounts;

    public Task InitializeAsync() => StartAsync(local: true);

    public async Task DisposeAsync() => await _telegram.DisposeAsync();

    public void Dispose()
    {
        _client.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public async Task Check_AllWell_NamesTheBotsAndNoToken()
    {
        Verb run = await CheckAsync();

        run.Code.ShouldBe(0, run.Said);
        run.On("Telegram:ControlBot:Token").Text.ShouldContain($"@{Accounts.ControlBot.Username}");
        run.On("Telegram:StorageBots:3:ChatId").Text.ShouldContain("may post, edit, delete and pin");
        run.On("Telegram:Local").Text.ShouldContain("--local");
        run.On("files of the server").Level.ShouldBe("skipped");
        TokensIn(run.Said).ShouldBeEmpty();
    }

    [Fact]
    public async Task Check_LocalIsNotSet_SaysSo() =>
        (await CheckAsync(("Telegram__Local", "false"))).On("Telegram:Local").Text.ShouldContain("runs with --local");

    [Fact]
    public async Task Check_ServerWithoutLocal_SaysSo()
    {
        await RestartAsync(local: false);

        (await CheckAsync()).On("Telegram:Local").Text.ShouldContain("runs without --local");
        (await CheckAsync(("Telegram__Local", "false"))).On("Telegram:Local").Level.ShouldBe("warning");
        (await _client.Messages(Accounts.StorageBots[0].ChatId)).Length.ShouldBe(1, "nothing but the channel's beginning");
    }

    [Fact]
    public async Task Check_FilesOfTheServer_AreReadInPlace()
    {
        SandboxStorageBot bot = Accounts.StorageBots[1];
        await File.WriteAllTextAsync(_directory.File("pinned.bin"), "bytes");
        JsonElement sent = await CallAsync(
            bot.Bot, "sendDocument", $"chat_id={bot.ChatId}&document={Uri.EscapeDataString("file://" + _directory.File("pinned.bin"))}");
        await CallAsync(bot.Bot, "pinChatMessage", $"chat_id={bot.ChatId}&message_id={sent.GetProperty("message_id")}");

        Verb run = await CheckAsync();

        run.On("files of the server").Text.ShouldBe("can be read in place");
        TokensIn(run.Said).ShouldBeEmpty();
    }

    [Fact]
    public async Task Check_TokenRevoked_SaysWhoseAndWhatToDo()
    {
        await _client.Hook("revoke", new { bot = Accounts.StorageBots[2].Bot.Id });

        Verb run = await CheckAsync();

        run.Code.ShouldBe(3, run.Said);
        run.On("Telegram:StorageBots:2:Token").Text.ShouldBe(
            $"Telegram refuses the token of bot {Accounts.StorageBots[2].Bot.Id}: Unauthorized");
        run.On("Telegram:StorageBots:2:Token").Remedy.ShouldContain("BotFather");
        run.On("Telegram:StorageBots:1:Token").Level.ShouldBe("ok");
        TokensIn(run.Said).ShouldBeEmpty();
    }

    [Fact]
    public async Task Check_Webhook_IsToldByItsHostAlone()
    {
        await CallAsync(Accounts.ControlBot, "setWebhook", "url=https://hooks.example.org/a-secret");

        Verb run = await CheckAsync();

        run.On("Telegram:ControlBot").Level.ShouldBe("warning");
        run.On("Telegram:ControlBot").Text.ShouldEndWith("hooks.example.org");
        run.Said.ShouldNotContain("a-secret");
    }

    [Fact]
    public async Task Check_BotIsNoAdministrator_SaysHowToMakeItOne()
    {
        SandboxStorageBot bot = Accounts.StorageBots[0];
        await _client.Hook("members", new { chat_id = bot.ChatId, user_id = bot.Bot.Id, status = "left" });

        Verb run = await CheckAsync();

        run.Code.ShouldBe(3, run.Said);
        run.On("Telegram:StorageBots:0:ChatId").Level.ShouldBe("error");
        run.On("Telegram:StorageBots:0:ChatId").Remedy.ShouldContain("Administrators");
    }

    [Fact]
    public async Task Check_AScratchChatThatOneBotMayUse_NamesTheOthers()
    {
        SandboxStorageBot owner = Accounts.StorageBots[0];

        Verb run = await CheckAsync(("Storage__ScratchChatId", $"{owner.ChatId}"));

        run.Code.ShouldBe(3, run.Said);
        string[] texts =
        [
            .. run.Findings.Where(finding => finding.GetProperty("subject").GetString() == "Storage:ScratchChatId")
                .Select(finding => finding.GetProperty("text").GetString()!),
        ];
        texts.Length.ShouldBe(4);
        texts.ShouldContain(text => text.Contains("may post, edit, delete and pin"));
        Accounts.StorageBots.Skip(1).ShouldAllBe(bot => texts.Any(text => text.StartsWith($"bot {bot.Bot.Id}: ")));
    }

    [Fact]
    public async Task Check_ServerDoesNotAnswer_IsToldOnce()
    {
        Verb run = await CheckAsync(("Telegram__ApiUrl", $"http://127.0.0.1:{BotProcess.FreePort()}"));

        run.Code.ShouldBe(3, run.Said);
        run.Findings.Count(finding => finding.GetProperty("level").GetString() == "error").ShouldBe(1, run.Said);
        run.On("Telegram:ApiUrl").Text.ShouldContain("does not answer");
    }

    [Fact]
    public async Task Check_BotLoggedInAtTheCloudToo_GivesTheCallThatLogsItOut()
    {
        // The cloud knows the same bots.
        Directory.CreateDirectory(_directory.File("cloud"));
        File.Copy(_directory.File("sandbox/journal.jsonl"), _directory.File("cloud/journal.jsonl"));
        await using SandboxServer cloud = await SandboxServer.StartAsync(
            new SandboxOptions { Directory = _directory.File("cloud") }, TimeProvider.System, loggers: null, CancellationToken.None);
        using var seen = new SandboxClient(cloud.Url);
        (string, string) atCloud = ("TELEGRAMHLS_CLOUD", cloud.Url);

        Verb unasked = await CheckAsync(atCloud);
        unasked.Code.ShouldBe(0, unasked.Said);
        unasked.On("login at the cloud").Text.ShouldContain("logOut");
        (await seen.Calls(Accounts.ControlBot.Id, "getme")).ShouldBe(0);

        Verb asked = await CheckAsync(["--ask-cloud"], atCloud);
        asked.Code.ShouldBe(3, asked.Said);
        asked.On("Telegram:ControlBot:Token").Remedy.ShouldContain("curl https://api.telegram.org/bot$TOKEN/logOut");
        TokensIn(asked.Said).ShouldBeEmpty();

        using var http = new HttpClient();
        (await http.GetAsync($"{cloud.Url}/bot{Accounts.ControlBot.Token}/logOut")).EnsureSuccessStatusCode();
        (await CheckAsync(["--ask-cloud"], atCloud)).Findings.ShouldContain(finding =>
            finding.GetProperty("subject").GetString() == "Telegram:ControlBot:Token"
            && finding.GetProperty("text").GetString() == "is not logged in at the cloud server");
    }

    private IEnumerable<string> TokensIn(string said) => Accounts.StorageBots
        .Select(bot => bot.Bot.Token)
        .Append(Accounts.ControlBot.Token)
        .Where(token => said.Contains(token, StringComparison.Ordinal) || said.Contains(token.Split(':')[1], StringComparison.Ordinal));

    private async Task StartAsync(bool local)
    {
        var options = new SandboxOptions { Directory = _directory.File("sandbox"), Local = local };
        _telegram = await SandboxServer.StartAsync(options, TimeProvider.System, loggers: null, CancellationToken.None);
        _client = new SandboxClient(_telegram.Url);
    }

    private async Task RestartAsync(bool local)
    {
        _client.Dispose();
        await _telegram.DisposeAsync();
        await StartAsync(local);
    }

    private async Task<JsonElement> CallAsync(SandboxBot bot, string method, string query)
    {
        using var http = new HttpClient();
        using HttpResponseMessage answer = await http.GetAsync($"{_telegram.Url}/bot{bot.Token}/{method}?{query}");
        string text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonSerializer.Deserialize<JsonElement>(text).GetProperty("result");
    }

    private Task<Verb> CheckAsync(params (string Name, string Value)[] settings) => CheckAsync([], settings);

    private Task<Verb> CheckAsync(string[] arguments, params (string Name, string Value)[] settings)
    {
        Dictionary<string, string> all = Verb.SettingsFor(_telegram.Url, Accounts);
        all["Telegram__Local"] = "true";
        foreach ((string name, string value) in settings)
        {
            all[name] = value;
        }

        return Verb.RunAsync(_directory.Path, all, ["config", "check", "--json", .. arguments]);
    }
}
