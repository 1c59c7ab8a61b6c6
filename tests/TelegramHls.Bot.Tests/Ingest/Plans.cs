using TelegramHls.Media;
using TelegramHls.Media.Planning;
using TelegramHls.Media.Probing;

namespace TelegramHls.Bot.Tests.Ingest;

/// <summary>Plans of films that exist as facts only.</summary>
internal static class Plans
{
    public static PackagePlan MpegFour(TimeSpan? duration) => Of(duration, "mpeg4", "mp3");

    public static PackagePlan Copied() => Of(TimeSpan.FromHours(1), "h264", "aac");

    public static PackagePlan CopiedPictureWithAc3() => Of(TimeSpan.FromHours(1), "h264", "ac3");

    /// <summary>A film of these codecs; null leaves the pictures out.</summary>
    public static PackagePlan Of(TimeSpan? duration, string? video, params string[] sounds)
    {
        StreamFacts[] streams =
        [
            .. video is null ? [] : new[] { Stream(0, StreamKind.Video, video) },
            .. sounds.Select((codec, place) => Stream(place + 1, StreamKind.Audio, codec)),
        ];
        var facts = new MediaFacts("matroska,webm", duration, TimeSpan.Zero, 1000, null, [.. streams], []);
        return PackagePlanner.Plan(facts, new PlanWishes("test", SegmentSeconds: 4, Compatibility.Copy, Processors: 2))
            .Match(planned => planned.Plan, refused => throw new InvalidOperationException(refused.Reason));
    }

    private static StreamFacts Stream(int index, StreamKind kind, string codec) => new(
        index, kind, codec, null, null, null, null, null, null, null, null, default,
        kind == StreamKind.Video
            ? new VideoFacts(640, 360, "yuv420p", 8, new Ratio(1, 1), 0, new Ratio(25, 1), new Ratio(25, 1), 0, null, null, null, null, null)
            : null,
        kind == StreamKind.Audio ? new AudioFacts(2, "stereo", 48000) : null);
}
