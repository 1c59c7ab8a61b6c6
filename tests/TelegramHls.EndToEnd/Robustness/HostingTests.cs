using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using TelegramHls.EndToEnd.Kit;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Robustness;

/// <summary>How the program starts, refuses to start, and stops.</summary>
public sealed class HostingTests : IDisposable
{
    private static readonly Dictionary<string, string> NoSettings = new() { ["Data__Directory"] = "data", ["Sandbox__Urls"] = "http://127.0.0.1:0" };
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("Telegram__StorageBots__0__Token", "123:secret-of-a-bot", "Telegram__ControlBot__Token")]
    [InlineData("Storage__PartSize", "12", "Storage__PartSize")]
    [InlineData("Jobs__Parallel", "0", "Jobs__Parallel")]
    [InlineData("Server__PublicUrl", "films.example.org", "Server__PublicUrl")]
    [InlineData("Data__MinFreeBytes", "-1", "Data__MinFreeBytes")]
    [InlineData("Server__MaxStreams", "many", "Server__MaxStreams")]
    public async Task Start_SettingDoesNotFit_EndsWithThreeAndNamesWhatToSet(string name, string value, string named)
    {
        (int code, string said) = await RunAsync(new(NoSettings) { [name] = value });

        code.ShouldBe(3, said);
        said.ShouldContain("error:");
        said.ShouldContain("cause:");
        said.ShouldContain("try:");
        said.ShouldContain(named);
        said.ShouldNotContain("   at ");
        said.ShouldNotContain("secret-of-a-bot");
    }

    [Fact]
    public async Task Start_PortTaken_EndsWithOneInClearWords()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        string url = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";

        (int code, string said) = await RunAsync(new(NoSettings) { ["Server__Urls"] = url });

        code.ShouldBe(1, said);
        said.ShouldContain("error: the server cannot listen");
        said.ShouldContain("Server__Urls");
        said.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("sing")]
    [InlineData("--set")]
    [InlineData("serve --loud")]
    public async Task Start_CommandLineNotUnderstood_EndsWithTwo(string arguments)
    {
        (int code, string said) = await RunAsync(NoSettings, arguments.Split(' '));

        code.ShouldBe(2, said);
        said.ShouldContain("error:");
        said.ShouldContain(arguments == "serve --loud" ? "telegramhls serve --help" : "telegramhls --help");
    }

    [Fact]
    public async Task Help_AskedFor_NamesTheVerbs()
    {
        (int code, string said) = await RunAsync(NoSettings, "--help");

        code.ShouldBe(0);
        said.ShouldContain("serve");
        said.ShouldContain("--set");
    }

    [Fact]
    public async Task Start_SecondOnTheDataDirectory_EndsWithThreeWhileTheFirstGoesOn()
    {
        await using BotProcess first = BotProcess.Launch(_directory.Path, NoSettings, "--set", "Data:MinFreeBytes=0");
        await first.WaitUntilReadyAsync();

        (int code, string said) = await RunAsync(NoSettings);

        code.ShouldBe(3, said);
        said.ShouldContain("Another telegramhls works in");
        said.ShouldContain("Data__Directory");
        await first.WaitUntilReadyAsync();
        ModeOf("data").ShouldBe("700");
        ModeOf("data/telegramhls.db").ShouldBe("600");
        (await first.StopAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("The database was brought up to date")]
    [InlineData("ffmpeg ")]
    [InlineData("chat: ")]
    public async Task Stop_WhileItStarts_EndsWell(string line)
    {
        await using BotProcess program = BotProcess.Launch(_directory.Path, NoSettings, "--set", "Data:MinFreeBytes=0");
        await Waiting.UntilAsync(() => program.Lines.Any(said => said.Contains(line, StringComparison.Ordinal)), $"'{line}'");

        int code = await program.StopAsync().WaitAsync(TimeSpan.FromSeconds(20));

        code.ShouldBe(0, string.Join('\n', program.Lines));
        program.Lines.ShouldNotContain(said => said.Contains("Exception", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stop_InTheMiddleOfAnIngest_IsQuickAndTheFilmComesThroughAfterwards()
    {
        await using World world = await World.CreateAsync();
        await world.StartBotAsync(UndisturbedFilm.SmallParts);
        await world.Client.Weather(new { effect = "Slow", up = 50_000 });
        string film = await Films.TwoLanguages(10);
        int message = await world.SendAsync(film);
        await Waiting.UntilAsync(async () => (await Channels.DocumentsAsync(world)).Count > 0, "a part in the channels");

        var watch = Stopwatch.StartNew();
        int code = await world.Bot.StopAsync();

        code.ShouldBe(0);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
        (await new Rows(world).AskAsync("select attempts from jobs")).ShouldBe("0");
        await world.Client.ClearWeather();
        await world.StartBotAsync(UndisturbedFilm.SmallParts);
        Card card = await world.AnswerToAsync(message);
        (await Packets.HashesAsync(card.Stream)).ShouldBe(await Packets.HashesAsync(film));
    }

    private string ModeOf(string path) =>
        Convert.ToString((int)File.GetUnixFileMode(Path.Combine(_directory.Path, path)), 8);

    private async Task<(int Code, string Said)> RunAsync(Dictionary<string, string> settings, params string[] arguments)
    {
        await using BotProcess program = BotProcess.Launch(_directory.Path, settings, arguments);
        int code = await program.WaitForExitAsync(TimeSpan.FromSeconds(30));
        return (code, string.Join('\n', program.Lines));
    }
}
