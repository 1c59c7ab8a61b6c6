using TelegramHls.Media.Processes;
using TelegramHls.Testing;

namespace TelegramHls.Media.Tests.Processes;

public sealed class FFmpegLocatorTests
{
    [Fact]
    public async Task FindAsync_Installed_TellsPathsAndVersion()
    {
        FFmpegTools tools = await MediaKit.Locator().FindAsync(CancellationToken.None);

        FFmpegTools.Found found = tools.ShouldBeOfType<FFmpegTools.Found>();
        string says = await Command.RunAsync(found.FFmpegPath, "-version");
        says.ShouldStartWith($"ffmpeg version {found.Version} ");
        File.Exists(found.FFprobePath).ShouldBeTrue();
    }

    [Fact]
    public async Task FindAsync_EmptyFolder_SaysWhatToSet()
    {
        using var folder = new TempDirectory();

        FFmpegTools tools = await MediaKit.Locator(folder.Path).FindAsync(CancellationToken.None);

        tools.ShouldBeOfType<FFmpegTools.Missing>().Reason.ShouldContain("Media__FFmpegDirectory");
    }

    [Fact]
    public async Task FindAsync_FilesThatDoNotRun_SaysSo()
    {
        using var folder = new TempDirectory();
        await File.WriteAllTextAsync(folder.File("ffmpeg"), "no program");
        await File.WriteAllTextAsync(folder.File("ffprobe"), "no program");

        FFmpegTools tools = await MediaKit.Locator(folder.Path).FindAsync(CancellationToken.None);

        tools.ShouldBeOfType<FFmpegTools.Missing>().Reason.ShouldContain("does not run");
    }
}
