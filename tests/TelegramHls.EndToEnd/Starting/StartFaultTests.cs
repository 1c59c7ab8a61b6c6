using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using TelegramHls.EndToEnd.Kit;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Starting;

/// <summary>What can be wrong when the program starts, and what it says then.</summary>
public sealed class StartFaultTests : IDisposable
{
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["Data__Directory"] = "data",
        ["Sandbox__Urls"] = "http://127.0.0.1:0",
    };

    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Start_SandboxPortTaken_NamesTheSandboxsSetting()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        string said = await EndsAsync(1, "Sandbox__Urls", $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}");

        said.ShouldContain("error: the server cannot listen");
        said.ShouldContain("Sandbox__Urls to another port");
    }

    [Theory]
    [InlineData(1, "Server__Urls", "http://192.0.2.1:8080", "Server__Urls")]
    [InlineData(3, "Server__Urls", "8080", "Server__Urls")]
    [InlineData(3, "Sandbox__Urls", "http://192.0.2.1:8081", "Sandbox__Urls")]
    [InlineData(3, "Data__Directory", "/proc/of-nobody", "Data__Directory")]
    public async Task Start_SettingThatCannotWork_IsNamed(int code, string setting, string value, string named) =>
        (await EndsAsync(code, setting, value)).ShouldContain(named);

    [Fact]
    public async Task Start_NoFFmpeg_WarnsAndGoesOn()
    {
        await using BotProcess program = Launch(("Media__FFmpegDirectory", _directory.Path));

        await SaysAsync(program, "warning: films cannot be taken in", "cause: ffmpeg and ffprobe were not found in", "try: apt-get install ffmpeg");

        (await program.Http.GetAsync("/healthz")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Start_OldFFmpeg_SaysWhichWillDo()
    {
        foreach (string tool in (string[])["ffmpeg", "ffprobe"])
        {
            string path = _directory.File(tool);
            await File.WriteAllTextAsync(path, "#!/bin/sh\necho 'ffmpeg version 4.4.2 Copyright'\n");
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        await using BotProcess program = Launch(("Media__FFmpegDirectory", _directory.Path));

        await SaysAsync(program, "is version 4.4.2, and 5.1 is the oldest that will do");
    }

    [Fact]
    public async Task Start_DiskBelowItsFloor_WarnsLogsAndLetsTheSampleWait()
    {
        await GiveASampleAsync();
        await using BotProcess program = Launch(["serve", "--sample"], ("Data__MinFreeBytes", long.MaxValue.ToString()));

        await SaysAsync(
            program,
            "warning: films cannot be taken in",
            "DiskWatch[6400]",
            "error: the sample film could not be sent",
            "Waiting for room: the server's disk is nearly full",
            "lower Data__MinFreeBytes");
    }

    [Fact]
    public async Task Start_DiskFull_EndsInThreeLines()
    {
        Directory.CreateDirectory(_directory.File("data"));
        string script = $"mount -t tmpfs -o size=1m tmpfs data && head -c 2000000 /dev/zero > data/film 2>/dev/null; exec {BotProcess.Program}";
        // Root needs no namespace of users, and has none to give in a changed root.
        string[] user = Environment.IsPrivilegedProcess ? [] : ["--user", "--map-root-user"];
        var start = new ProcessStartInfo("unshare", [.. user, "--mount", "sh", "-c", script])
        {
            WorkingDirectory = _directory.Path,
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        using Process program = Process.Start(start)!;

        string said = await program.StandardError.ReadToEndAsync();

        await program.WaitForExitAsync();
        program.ExitCode.ShouldBe(1, said);
        said.ShouldContain("error: the disk is full");
        said.ShouldContain("cause: ");
        said.ShouldContain("Data__Directory");
        said.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Sample_SentTwice_GivesTheSameFourLines()
    {
        await GiveASampleAsync();
        string[] first = await SampleAsync();
        string[] second = await SampleAsync();

        first.Select(line => line.Split(": ")[0]).ShouldBe(["chat", "watch", "hls", "stream"]);
        second.Select(PathIn).ShouldBe(first.Select(PathIn));

        // The row of the second one may still be there: the program is stopped as soon as it has answered.
        string stored = await Command.RunAsync(
            "sqlite3", _directory.File("data/telegramhls.db"), "select count(*) from videos where file_id is not null");
        stored.Trim().ShouldBe("1");
    }

    // What is there already is not made again: a short film serves as well.
    private async Task GiveASampleAsync()
    {
        Directory.CreateDirectory(_directory.File("data/sandbox"));
        File.Copy(await Films.TwoLanguages(12), _directory.File("data/sandbox/sample.mp4"));
    }

    private static string PathIn(string line) => new Uri(line.Split(": ")[1]).AbsolutePath;

    private async Task<string[]> SampleAsync()
    {
        await using BotProcess program = Launch(
            ["serve", "--sample"], ("Data__MinFreeBytes", "0"), ("Logging__Console__LogLevel__Default", "Warning"));
        await Waiting.UntilAsync(() => program.Lines.Count >= 4, "four lines");
        (await program.StopAsync()).ShouldBe(0);
        return [.. program.Lines];
    }

    private BotProcess Launch(params (string Name, string Value)[] more) => Launch([], more);

    private BotProcess Launch(string[] arguments, params (string Name, string Value)[] more)
    {
        var settings = new Dictionary<string, string>(Settings);
        foreach ((string name, string value) in more)
        {
            settings[name] = value;
        }

        return BotProcess.Launch(_directory.Path, settings, arguments);
    }

    private async Task<string> EndsAsync(int code, string name, string value)
    {
        // An address that is no address is no place to ask, either.
        var settings = new Dictionary<string, string>(Settings);
        string[] arguments = ["--set", $"{name}={value}"];
        await using BotProcess program = BotProcess.Launch(_directory.Path, settings, arguments);

        int ended = await program.WaitForExitAsync(TimeSpan.FromSeconds(30));

        string said = string.Join('\n', program.Lines);
        ended.ShouldBe(code, said);
        said.ShouldContain("error: ");
        said.ShouldContain("cause: ");
        said.ShouldContain("try: ");
        said.ShouldNotContain("   at ");
        return said;
    }

    private static Task SaysAsync(BotProcess program, params string[] words) => Waiting.UntilAsync(
        () => words.All(word => program.Lines.Any(line => line.Contains(word, StringComparison.Ordinal))),
        $"{string.Join(", ", words)}; said: {string.Join('\n', program.Lines)}");
}
