using TelegramHls.Media.Encoders;
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
    public static TimeSpan For(MediaFacts facts, IEnumerable<PlannedTrack> tracks)
    {
        TimeSpan before = tracks
            .Select(track => Lead(facts, track, facts.Streams.First(stream => stream.Index == track.SourceIndex)))
            .Append(TimeSpan.Zero)
            .Max();
        double steps = Math.Ceiling((before + TimeSpan.FromSeconds(0.2)) / Step);
        return Step * Math.Max(steps, 1);
    }

    private static TimeSpan Lead(MediaFacts facts, PlannedTrack track, StreamFacts stream) => track switch
    {
        { PictureEncoding: { } pictures } => pictures.ReorderDepth > 0 ? stream.Lead ?? TimeSpan.Zero : TimeSpan.Zero,
        { SoundEncoding: { } sound } => TimeSpan.FromSeconds(SoftwareEncoders.SoundLead / (double)sound.SampleRate),
        _ => facts.Start - (stream.FirstDecode ?? facts.Start - Reorder(stream.Video)),
    };

    private static TimeSpan Reorder(VideoFacts? video) =>
        video is { ReorderDepth: > 0, AverageFrameRate.Value: > 0 }
            ? TimeSpan.FromSeconds(video.ReorderDepth / video.AverageFrameRate.Value)
            : TimeSpan.Zero;
}
