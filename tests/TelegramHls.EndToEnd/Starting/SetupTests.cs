using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Starting;

/// <summary>What <c>make run</c> does before the program runs, on machines that lack something.</summary>
public sealed class SetupTests : IDisposable
{
    private readonly Machine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task Setup_NothingMissing_SaysNothing()
    {
        (int code, string said) = await _machine.RunAsync("setup.sh", "run");

        said.ShouldBeEmpty();
        code.ShouldBe(0);
    }

    [Fact]
    public async Task Setup_MoreLibrariesThanAPipeHolds_FindsTheOneThatIsThere()
    {
        _machine.Have("ldconfig", "echo 'libsqlite3.so.0 => /lib/libsqlite3.so.0'; for i in {1..9000}; do echo \"libfoo$i.so => /lib\"; done");

        (int code, string said) = await _machine.RunAsync("setup.sh", "run");

        said.ShouldBeEmpty();
        code.ShouldBe(0);
    }

    [Fact]
    public async Task Setup_NoSdk_SaysWhereItIs()
    {
        _machine.Lack("dotnet");

        await FailsAsync("setup.sh", "the .NET 10 SDK is not installed", "no dotnet on the PATH", "dotnet.microsoft.com");
    }

    [Fact]
    public async Task Setup_OlderSdk_NamesTheVersionsThatAreThere()
    {
        _machine.Have("dotnet", "echo '8.0.404 [/x]'; echo '9.0.100 [/x]'");

        await FailsAsync("setup.sh", "the .NET 10 SDK is not installed", "8.0.404, 9.0.100", "dotnet.microsoft.com");
    }

    [Fact]
    public async Task Setup_FFmpegMissing_InstallsIt()
    {
        _machine.Lack("ffprobe");
        _machine.Have("apt-get", "echo \"$*\" >> \"$TMPDIR/apt\"");

        (int code, string said) = await _machine.RunAsync("setup.sh", "run");

        code.ShouldBe(0, said);
        said.ShouldBe("Installing ffmpeg ...\n");
    }

    [Fact]
    public async Task Setup_NoAptGet_SaysWhatToInstall()
    {
        _machine.Lack("npm");

        await FailsAsync("setup.sh", "nodejs npm is missing here", "no apt-get", "package manager");
    }

    [Fact]
    public async Task Setup_NeitherRootNorSudo_GivesTheCommand()
    {
        _machine.Lack("ffprobe");
        _machine.Have("apt-get", "true");
        _machine.Have("id", "echo 1000");

        await FailsAsync("setup.sh", "ffmpeg is missing here", "takes root, and there is no sudo", "apt-get install ffmpeg");
    }

    [Fact]
    public async Task Setup_AptGetFails_ShowsItsWords()
    {
        _machine.Lack("npm");
        _machine.Have("apt-get", "echo 'E: Could not get lock /var/lib/dpkg/lock-frontend'; exit 100");

        string said = await FailsAsync("setup.sh", "could not be installed", "apt-get ended with 100", "by hand");

        said.ShouldContain("E: Could not get lock");
    }

    [Fact]
    public async Task Setup_AptGetFindsNoRoom_SaysThatTheDiskIsFull()
    {
        _machine.Lack("npm");
        _machine.Have("apt-get", "echo \"E: You don't have enough free space in /var/cache/apt/archives/.\"; exit 100");

        await FailsAsync("setup.sh", "could not be installed", "the disk is full", "df -h");
    }

    [Theory]
    [InlineData("4.4.2-0ubuntu0.22.04.1", "libx264", "ffmpeg is too old", "4.4", "5.1")]
    [InlineData("n5.0.1", "libx264", "ffmpeg is too old", "5.0", "5.1")]
    [InlineData("7.1", "libopenh264", "ffmpeg cannot encode H.264", "without libx264", "apt-get install ffmpeg")]
    public async Task Setup_AnotherFFmpeg_SaysWhatItLacks(string version, string encoder, params string[] words)
    {
        _machine.Have("ffmpeg", Machine.FFmpeg(version, encoder));

        await FailsAsync("setup.sh", words);
    }

    [Theory]
    [InlineData("n7.1-dev")]
    [InlineData("N-118000-gabcdef")]
    [InlineData("5.1.9-0+deb12u1")]
    public async Task Setup_FFmpegOfAnotherName_IsTaken(string version)
    {
        _machine.Have("ffmpeg", Machine.FFmpeg(version, "libx264"));

        (await _machine.RunAsync("setup.sh", "run")).ShouldBe((0, string.Empty));
    }

    [Fact]
    public async Task Player_RegistryNotReached_SaysSo()
    {
        _machine.Have("npm", "echo 'npm error code ENOTFOUND' >&2; exit 1");

        string said = await FailsAsync("player.sh", "the player script could not be brought", "npm ended with 1", "its registry");

        said.ShouldContain("ENOTFOUND");
    }

    [Fact]
    public async Task Player_NoNpm_SaysWhatInstallsIt()
    {
        _machine.Lack("npm");

        await FailsAsync("player.sh", "the player script cannot be brought", "no npm", "make run");
    }

    [Fact]
    public async Task Build_LittleRoom_EndsBeforeItBegins()
    {
        _machine.Have("df", "echo head; echo '/dev/x 1 1 102400 99% /'");
        _machine.Have("dotnet", "echo built; exit 0");

        string said = await FailsAsync("build.sh", "the program cannot be built", "100 MB free", "df -h");

        said.ShouldNotContain("Building the program");
    }

    [Fact]
    public async Task Build_DiskFillsUp_SaysThatTheDiskIsFull()
    {
        _machine.Have("dotnet", "echo 'error MSB3021: Unable to copy file. No space left on device'; exit 1");

        await FailsAsync("build.sh", "Building the program", "the program could not be built", "the disk is full", "df -h");
    }

    [Fact]
    public async Task Build_CompilerFails_ShowsItsWords()
    {
        _machine.Have("dotnet", "echo 'Program.cs(1,1): error CS1002'; exit 1");

        await FailsAsync("build.sh", "error CS1002", "the program could not be built", "dotnet ended with 1", "try:");
    }

    [Fact]
    public async Task Clean_ToolsFromNpm_AreLeftAlone()
    {
        using var tree = new TempDirectory();
        File.Copy(Path.Combine(BotProcess.Root, "Makefile"), tree.File("Makefile"));
        string[] kept = ["src/Web/node_modules/esbuild/bin"];
        string[] built = ["src/App/bin", "src/App/obj", "artifacts"];
        foreach (string folder in kept.Concat(built))
        {
            Directory.CreateDirectory(tree.File(folder));
        }

        await Command.RunAsync("make", "-C", tree.Path, "clean");

        kept.ShouldAllBe(folder => Directory.Exists(tree.File(folder)));
        built.ShouldAllBe(folder => !Directory.Exists(tree.File(folder)));
    }

    private async Task<string> FailsAsync(string script, params string[] words)
    {
        string[] arguments = script == "build.sh" ? ["linux-x64", "artifacts-of-no-build/telegramhls"] : ["run"];

        (int code, string said) = await _machine.RunAsync(script, arguments);

        code.ShouldBe(1, said);
        string[] lines = said.TrimEnd().Split('\n');
        lines[^3].ShouldStartWith("error: ");
        lines[^2].ShouldStartWith("cause: ");
        lines[^1].ShouldStartWith("try: ");
        words.ShouldAllBe(word => said.Contains(word));
        return said;
    }
}
