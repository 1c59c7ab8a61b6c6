using System.Net;
using System.Net.Sockets;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Cli;

/// <summary><c>config check</c> without Telegram: everything that the settings and the machine alone tell.</summary>
public sealed class ConfigCheckTests : IDisposable
{
    private const string Token = "123456789:AAbcdefghijklmnopqrstuvwxyz01234567";

    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Check_NothingSet_IsWellAndMakesNothing()
    {
        Verb run = await CheckAsync(("Data__MinFreeBytes", "0"));

        run.Code.ShouldBe(0, run.Said);
        run.On("bots").Text.ShouldContain("sandbox mode");
        run.On("Telegram").Level.ShouldBe("skipped");
        run.On("Database:Provider").Text.ShouldContain((await Command.RunAsync("sqlite3", "--version")).Split(' ')[0]);
        Directory.EnumerateFileSystemEntries(_directory.Path).ShouldBeEmpty();
    }

    // Apple's on Linux: named by the settings, it cannot work here.
    [Fact]
    public async Task Check_HardwareThatDoesNotWork_IsAWarningWithItsReason()
    {
        Verb run = await CheckAsync(("Data__MinFreeBytes", "0"), ("Media__HardwareAcceleration", "videotoolbox"));

        run.Code.ShouldBe(0, run.Said);
        run.On("Media:HardwareAcceleration").ShouldBe(new Verb.Told(
            "warning",
            "videotoolbox does not work here, so films are encoded in software",
            "mend what the reason below says, or set it to auto or none"));
        run.On("VideoToolbox").Text.ShouldBe("does not work: this ffmpeg was built without h264_videotoolbox");
    }

    [Fact]
    public async Task Check_ManyFaults_TellsAllAtOnceInBothForms()
    {
        Verb run = await CheckAsync(
            ("Telegram__ControlBot__Token", "123:secret-of-a-bot"),
            ("Telegram__StorageBots__0__ChatId", "channel"),
            ("Telegram__ApiUrl", "ftp://telegram"),
            ("Server__MaxStreams", "many"),
            ("Server__Urls", "8080"),
            ("Storage__PartSize", "12"),
            ("Jobs__Parallel", "0"),
            ("Jobs__StallAfter", "soon"),
            ("Database__Provider", "PostgreSQL"),
            ("Data__Directory", "/proc/of-nobody"),
            ("Media__FFmpegDirectory", "/nowhere"));

        run.Code.ShouldBe(3, run.Said);
        string[] wrong =
        [
            .. run.Findings.Where(finding => finding.GetProperty("level").GetString() == "error")
                .Select(finding => finding.GetProperty("subject").GetString()!),
        ];
        foreach (string key in (string[])[
            "Telegram:ControlBot:Token", "Telegram:StorageBots:0:Token", "Telegram:StorageBots:0:ChatId", "Telegram:ApiUrl",
            "Server:MaxStreams", "Server:Urls", "Storage:PartSize", "Jobs:Parallel", "Jobs:StallAfter", "Database:Provider",
            "Data:Directory", "Media:FFmpegDirectory"])
        {
            wrong.ShouldContain(key, run.Said);
            run.Findings.ShouldContain(finding => finding.GetProperty("subject").GetString() == key
                && finding.GetProperty("variable").GetString() == key.Replace(":", "__"));
        }

        run.On("Database:Provider").Text.ShouldContain("PostgreSQL");
        run.Said.ShouldNotContain("secret-of-a-bot");
    }

    [Fact]
    public async Task Check_NamesWithASlip_AsksWhetherTheirNeighboursWereMeant()
    {
        (string Variable, string Meant)[] slips =
        [
            ("Telegram__StorageBot__2__Token", "Telegram:StorageBots:2:Token (Telegram__StorageBots__2__Token)"),
            ("Telegramm__ControlBot__ChatId", "Telegram:ControlBot:ChatId (Telegram__ControlBot__ChatId)"),
            ("Telegram_ControlBot_Token", "Telegram:ControlBot:Token (Telegram__ControlBot__Token)"),
            ("Cache__MaxByte", "Cache:MaxBytes (Cache__MaxBytes)"),
        ];

        Verb run = await CheckAsync([.. slips.Select(slip => (slip.Variable, Token))]);

        run.Code.ShouldBe(3, run.Said);
        slips.ShouldAllBe(slip => run.On(slip.Variable.Replace("__", ":")).Remedy == $"did you mean {slip.Meant}?");
        run.Said.ShouldNotContain(Token);
    }

    [Fact]
    public async Task Check_NameLikeNothingOfOurs_IsToldWithinOurSectionsOnly()
    {
        Verb run = await CheckAsync(("Server__Colour", "blue"), ("Elsewhere__Colour", "blue"));

        run.On("Server:Colour").Level.ShouldBe("error");
        run.Said.ShouldNotContain("Elsewhere");
    }

    [Fact]
    public async Task Check_ChatsOfNoChannel_Warns()
    {
        Verb run = await CheckAsync(
            ("Telegram__ControlBot__Token", Token),
            ("Telegram__StorageBots__0__Token", Token),
            ("Telegram__StorageBots__0__ChatId", "123456789"),
            ("Telegram__StorageBots__1__Token", Token),
            ("Telegram__StorageBots__1__ChatId", "-12345"));

        run.On("Telegram:StorageBots:0:ChatId").Text.ShouldContain("person");
        run.On("Telegram:StorageBots:1:ChatId").Text.ShouldContain("plain group");
    }

    [Theory]
    [InlineData("http://films:8080", "without a dot")]
    [InlineData("http://localhost:8080", "without a dot")]
    [InlineData("http://127.0.0.1:8080", "only this machine")]
    public async Task Check_PublicUrlOfLimitedUse_Warns(string url, string words)
    {
        Verb run = await CheckAsync(
            ("Telegram__ControlBot__Token", Token), ("Telegram__ControlBot__ChatId", "-1001234567890"), ("Server__PublicUrl", url));

        run.On("Server:PublicUrl").Level.ShouldBe("warning");
        run.On("Server:PublicUrl").Text.ShouldContain(words);
    }

    [Fact]
    public async Task Check_WildcardInAContainer_AsksForThePublicUrl()
    {
        Verb run = await CheckAsync(("DOTNET_RUNNING_IN_CONTAINER", "true"), ("Server__Urls", "http://*:0"));

        run.Code.ShouldBe(3, run.Said);
        run.On("Server:PublicUrl").Text.ShouldContain("container");
    }

    [Fact]
    public async Task Check_PortTaken_IsToldUnlessTheServerIsOurs()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        string url = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";

        (await CheckAsync(("Server__Urls", url))).On("Server:Urls").Level.ShouldBe("error");

        await using BotProcess server = BotProcess.Launch(
            _directory.Path, new Dictionary<string, string> { ["Sandbox__Urls"] = "http://127.0.0.1:0", ["Data__MinFreeBytes"] = "0" });
        await server.WaitUntilReadyAsync();
        Verb.Told told = (await CheckAsync(("Server__Urls", server.Url.OriginalString))).On("Server:Urls");
        told.Level.ShouldBe("ok");
        told.Text.ShouldContain("runs on");
        (await server.StopAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Check_DiskBelowItsFloor_SaysThatNoFilmIsTakenIn()
    {
        Verb run = await CheckAsync(("Data__MinFreeBytes", long.MaxValue.ToString()));

        run.Code.ShouldBe(3, run.Said);
        run.On("Data:MinFreeBytes").Text.ShouldContain("no film is taken in");
    }

    [Fact]
    public async Task Check_FFmpegWithoutX264_NamesWhatItLacks()
    {
        foreach (string tool in (string[])["ffmpeg", "ffprobe"])
        {
            await File.WriteAllTextAsync(_directory.File(tool), $"#!/bin/sh\nexec /usr/bin/{tool} \"$@\" | grep -v libx264\n");
            File.SetUnixFileMode(_directory.File(tool), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        Verb run = await CheckAsync(("Media__FFmpegDirectory", _directory.Path));

        run.Code.ShouldBe(3, run.Said);
        run.On("Media:FFmpegDirectory").Text.ShouldEndWith("was built without libx264");
    }

    [Fact]
    public async Task Check_SettingsFileOfNoJson_NamesTheFile()
    {
        await File.WriteAllTextAsync(_directory.File("appsettings.json"), "{ \"Server\": ");

        Verb run = await CheckAsync();

        run.Code.ShouldBe(3, run.Said);
        run.Said.ShouldContain("cause: ");
        run.Said.ShouldContain(_directory.File("appsettings.json"));
        run.Said.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Check_ForPeople_SumsUp()
    {
        Verb run = await Verb.RunAsync(
            _directory.Path, new Dictionary<string, string> { ["Jobs__Parallel"] = "0", ["Data__MinFreeBytes"] = "0" }, "config", "check");

        run.Said.ShouldContain("✗ wrong    Jobs:Parallel");
        run.Said.ShouldContain("environment: Jobs__Parallel");
        run.Said.ShouldEndWith("1 wrong.");
        run.Said.ShouldNotContain('\e');
    }

    [Theory]
    [InlineData("--version")]
    [InlineData("config", "check", "--help")]
    [InlineData("serve", "--help")]
    public async Task Program_AskedAboutItself_Answers(params string[] arguments)
    {
        Verb run = await Verb.RunAsync(_directory.Path, new Dictionary<string, string>(), arguments);

        run.Code.ShouldBe(0, run.Said);
        run.Said.ShouldMatch(arguments[0] == "--version" ? @"^\d+\.\d+\.\d+" : "Example: telegramhls");
    }

    // Arguments, since an address that is none could not be told to the process as the place where it listens.
    private Task<Verb> CheckAsync(params (string Name, string Value)[] settings) => Verb.RunAsync(
        _directory.Path,
        settings.Where(setting => setting.Name != "Server__Urls").ToDictionary(setting => setting.Name, setting => setting.Value),
        [
            "config", "check", "--offline", "--json",
            .. settings.Where(setting => setting.Name == "Server__Urls").SelectMany(setting => (string[])["--set", $"Server:Urls={setting.Value}"]),
        ]);
}
