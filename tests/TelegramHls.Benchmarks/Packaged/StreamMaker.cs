using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TelegramHls.Core.Waiting;
using TelegramHls.Media;
using TelegramHls.Media.Packaging;
using TelegramHls.Media.Planning;
using TelegramHls.Media.Probing;
using TelegramHls.Media.Processes;

namespace TelegramHls.Benchmarks.Packaged;

/// <summary>Plans and packages a film as the program does.</summary>
internal static class StreamMaker
{
    private static readonly FFmpegLocator Tools =
        new(Options.Create(new MediaOptions()), NullLogger<FFmpegLocator>.Instance);

    public static async Task<PackagePlan> PlanAsync(string film)
    {
        var probe = new FFprobeMediaProbe(Tools, TimeProvider.System, NullLogger<FFprobeMediaProbe>.Instance);
        MediaFacts facts = (await probe.ProbeAsync(film, CancellationToken.None)).Match(
            probed => probed.Facts, unreadable => throw new InvalidOperationException(unreadable.Reason));
        return PackagePlanner.Plan(facts, new PlanWishes("bench", SegmentSeconds: 4, Compatibility.Copy, Processors: 2)).Match(
            planned => planned.Plan, refused => throw new InvalidOperationException(refused.Reason));
    }

    public static Task PackageAsync(PackagePlan plan, string film, IPackageSink sink) =>
        new FFmpegPackager(Tools, new StallLimit(TimeSpan.FromMinutes(5)), TimeProvider.System, NullLogger<FFmpegPackager>.Instance)
            .PackageAsync(plan, film, sink, progress: null, CancellationToken.None);
}
