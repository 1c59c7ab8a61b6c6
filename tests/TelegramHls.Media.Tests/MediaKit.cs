using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TelegramHls.Core.Waiting;
using TelegramHls.Media.Packaging;
using TelegramHls.Media.Pictures;
using TelegramHls.Media.Planning;
using TelegramHls.Media.Posters;
using TelegramHls.Media.Previews;
using TelegramHls.Media.Probing;
using TelegramHls.Media.Processes;

namespace TelegramHls.Media.Tests;

/// <summary>The library as the program puts it together, with ffmpeg of this machine.</summary>
internal static class MediaKit
{
    public static PlanWishes Wishes { get; } = new("test", SegmentSeconds: 4, Compatibility.Copy, Processors: 2);

    public static IFFmpegLocator Locator(string? directory = null) => new FFmpegLocator(
        Options.Create(new MediaOptions { FFmpegDirectory = directory }), NullLogger<FFmpegLocator>.Instance);

    public static IMediaProbe Probe { get; } =
        new FFprobeMediaProbe(Locator(), TimeProvider.System, NullLogger<FFprobeMediaProbe>.Instance);

    public static IPackager Packager { get; } = PackagerOf(Locator());

    public static IPackager PackagerOf(IFFmpegLocator locator, StallLimit? stall = null, TimeProvider? clock = null) => new FFmpegPackager(
        locator, stall ?? new StallLimit(TimeSpan.FromMinutes(1)), clock ?? TimeProvider.System, NullLogger<FFmpegPackager>.Instance);

    public static IPosterMaker Posters { get; } =
        new FFmpegPosterMaker(Locator(), TimeProvider.System, NullLogger<FFmpegPosterMaker>.Instance);

    public static IPreviewMaker Previews { get; } = new FFmpegPreviewMaker(Locator(), TimeProvider.System);

    public static async Task<MediaFacts> FactsAsync(string path) =>
        (await Probe.ProbeAsync(path, CancellationToken.None)).Match(
            probed => probed.Facts, unreadable => throw new InvalidOperationException(unreadable.Reason));

    public static async Task<PackagePlan> PlanAsync(string path) =>
        PackagePlanner.Plan(await FactsAsync(path), Wishes).Match(
            planned => planned.Plan, refused => throw new InvalidOperationException(refused.Reason));

    public static async Task<FilmPictures?> PicturesAsync(string path) =>
        FilmPictures.Of(await FactsAsync(path), await PlanAsync(path));
}
