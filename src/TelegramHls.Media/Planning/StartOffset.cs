using TelegramHls.Media.Probing;

namespace TelegramHls.Media.Planning;

/// <summary>How far time stamps must be moved so that no packet is decoded before 0.</summary>
internal static class StartOffset
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(0.5);

    /// <summary>
    /// ffmpeg moves the film's start to 0; packets decoded before that would get negative time stamps, which a fragment
    /// cannot carry. The result is a multiple of half a second and leaves at least 0.2 s of room.
    /// </summary>
    public static TimeSpan For(MediaFacts facts, IEnumerable<StreamFacts> streams)
    {
        TimeSpan before = streams
            .Select(stream => facts.Start - (stream.FirstDecode ?? facts.Start - Reorder(stream.Video)))
            .Append(TimeSpan.Zero)
            .Max();
        double steps = Math.Ceiling((before + TimeSpan.FromSeconds(0.2)) / Step);
        return Step * Math.Max(steps, 1);
    }

    private static TimeSpan Reorder(VideoFacts? video) =>
        video is { ReorderDepth: > 0, AverageFrameRate.Value: > 0 }
            ? TimeSpan.FromSeconds(video.ReorderDepth / video.AverageFrameRate.Value)
            : TimeSpan.Zero;
}
