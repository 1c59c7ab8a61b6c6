using TelegramHls.Core.Waiting;
using TelegramHls.Media.Fragments;
using TelegramHls.Media.Packaging;
using TelegramHls.Media.Planning;
using TelegramHls.Testing;

namespace TelegramHls.Media.Tests.Packaging;

/// <summary>Who keeps whom waiting.</summary>
public sealed class StallTests
{
    [Fact]
    public async Task PackageAsync_FFmpegStandsStill_EndsItAndSaysForHowLong()
    {
        using var programs = new TempDirectory();
        await new StandInFFmpeg { StandsStillAfter = 20_000 }.MakeAsync(programs);
        string source = await Films.TwoLanguages(4);
        PackagePlan plan = await MediaKit.PlanAsync(source);
        IPackager packager = MediaKit.PackagerOf(MediaKit.Locator(programs.Path), new StallLimit(TimeSpan.FromSeconds(1)));
        var sink = new CountingSink(() => { });

        PackagingException fault = await Should.ThrowAsync<PackagingException>(
            () => packager.PackageAsync(plan, source, sink, null, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20)));

        fault.Message.ShouldBe("The film could not be packaged: ffmpeg stood still for 1 s.");
        (fault.Stalled, fault.FirstWords).ShouldBe(("1 s", "it stood still for 1 s"));
        // Whatever came before it stood still was taken: on a busy machine that may be nothing.
        sink.Bytes.ShouldBeOneOf(0, 20_000);
    }

    [Fact]
    public async Task PackageAsync_StorageTakesADayForEachPiece_IsNoStall()
    {
        var clock = new ManualTimeProvider();
        string source = await Films.TwoLanguages(4);
        PackagePlan plan = await MediaKit.PlanAsync(source);
        IPackager packager = MediaKit.PackagerOf(MediaKit.Locator(), new StallLimit(TimeSpan.FromSeconds(1)), clock);
        var sink = new CountingSink(() => clock.Advance(TimeSpan.FromDays(1)));

        PackagingFigures figures = await packager.PackageAsync(plan, source, sink, null, CancellationToken.None);

        figures.Bytes.ShouldBe(sink.Bytes);
        (figures.Elapsed, figures.Worked).ShouldBe((TimeSpan.FromDays(sink.Pieces), TimeSpan.Zero));
    }

    /// <summary>Takes everything, and calls the test for each piece.</summary>
    private sealed class CountingSink(Action onPiece) : IPackageSink
    {
        public long Bytes { get; private set; }

        public int Pieces { get; private set; }

        public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
        {
            Bytes += bytes.Length;
            Pieces++;
            onPiece();
            return ValueTask.CompletedTask;
        }

        public ValueTask HeaderAsync(PackageHeader header, CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public ValueTask FragmentAsync(Fragment fragment, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
