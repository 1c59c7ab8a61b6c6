using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
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
    public async Task FindAsync_BySeveralAtOnce_LooksAndTellsOnce()
    {
        var log = new CountedLog();
        using var locator = new FFmpegLocator(Options.Create(new MediaOptions()), log);

        FFmpegTools[] found = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => locator.FindAsync(CancellationToken.None)));

        found.ShouldAllBe(tools => ReferenceEquals(tools, found[0]));
        log.Lines.ShouldBe(1);
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

    private sealed class CountedLog : ILogger<FFmpegLocator>
    {
        private int _lines;

        public int Lines => _lines;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Interlocked.Increment(ref _lines);
    }
}
