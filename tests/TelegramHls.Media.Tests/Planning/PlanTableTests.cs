using System.Globalization;
using TelegramHls.Media.Planning;
using TelegramHls.Media.Probing;

namespace TelegramHls.Media.Tests.Planning;

/// <summary>
/// What becomes of which streams. A stream reads <c>codec</c> and then, for pictures, size, aspect of a pixel, turn, field
/// order, format and seconds to the third packet; for sound, channels and rate.
/// </summary>
public sealed class PlanTableTests
{
    [Theory]
    // Copied: what players play.
    [InlineData("h264 1920x1080, aac 2 48000", "copy h264, copy aac")]
    [InlineData("hevc 3840x2160, aac 6 48000", "copy hevc, copy aac")]
    [InlineData("av1 1920x1080, opus 2 48000", "copy av1, aac 2 48000 160000, copy opus")]
    [InlineData("vp9 1920x1080, flac 2 96000", "copy vp9, aac 2 48000 160000, copy flac")]
    [InlineData("h264 8192x4320", "copy h264")]
    // Pictures that are encoded.
    [InlineData("mpeg4 640x480 lead=0.08", "h264 640x480 bf=2 scale=640:480,format=yuv420p")]
    [InlineData("vp8 640x360 lead=2.5", "h264 640x360 bf=0 scale=640:360,format=yuv420p")]
    [InlineData("wmv3 640x360", "h264 640x360 bf=0 scale=640:360,format=yuv420p")]
    [InlineData("ffv1 639x359", "h264 638x358 bf=0 scale=639:359,crop=638:358:0:0,format=yuv420p")]
    [InlineData("gif 1x1", "h264 2x2 bf=0 scale=2:2,format=yuv420p")]
    [InlineData("mjpeg 7680x4320", "h264 4096x2304 bf=0 scale=4096:2304,format=yuv420p")]
    [InlineData("mjpeg 4320x7680", "h264 2304x4096 bf=0 scale=2304:4096,format=yuv420p")]
    [InlineData("mjpeg 4096x4096", "h264 2304x2304 bf=0 scale=2304:2304,format=yuv420p")]
    [InlineData("mpeg4 640x480 turn=90", "h264 480x640 bf=0 scale=480:640,format=yuv420p")]
    [InlineData("mpeg4 640x480 turn=180", "h264 640x480 bf=0 scale=640:480,format=yuv420p")]
    [InlineData("mpeg2video 720x576 sar=64:45 tt pix=yuv420p", "h264 720x576 sar=64:45 bf=0 format=yuv420p,bwdif=mode=send_frame,scale=720:576,format=yuv420p")]
    [InlineData("mpeg2video 720x576 sar=64:45 turn=90", "h264 576x720 sar=45:64 bf=0 scale=576:720,format=yuv420p")]
    [InlineData("prores 1920x1080 pix=yuv422p10le", "h264 1920x1080 bf=0 scale=1920:1080,format=yuv420p")]
    // Sound that is encoded.
    [InlineData("mp3 2 44100", "aac 2 44100 160000")]
    [InlineData("mp3 1 22050", "aac 1 22050 96000")]
    [InlineData("ac3 6 48000", "aac 2 48000 160000, copy ac3")]
    [InlineData("dts 7 96000", "aac 2 48000 160000")]
    [InlineData("pcm_s24le 2 88200", "aac 2 44100 160000")]
    [InlineData("truehd 8 192000", "aac 2 48000 160000")]
    [InlineData("amr_nb 1 8000", "aac 1 8000 96000")]
    [InlineData("pcm_u8 1 6000", "aac 1 8000 96000")]
    [InlineData("pcm_s16le 1 37800", "aac 1 44100 96000")]
    [InlineData("aac_latm 2 48000", "aac 2 48000 160000")]
    // Each track for itself; the order of the sounds is the file's, and what is kept beside its AAC comes last.
    [InlineData("h264 640x360, ac3 6 48000", "copy h264, aac 2 48000 160000, copy ac3")]
    [InlineData("mpeg4 640x360, aac 2 48000", "h264 640x360 bf=0 scale=640:360,format=yuv420p, copy aac")]
    [InlineData("h264 640x360, flac 2 48000, vorbis 2 48000, aac 1 48000", "copy h264, aac 2 48000 160000, aac 2 48000 160000, copy aac, copy flac")]
    public void Plan_Streams_AreCopiedOrEncoded(string streams, string expected)
    {
        StreamFacts[] facts = [.. streams.Split(", ").Select(Stream)];

        PackagePlan plan = PackagePlanner
            .Plan(new MediaFacts("matroska,webm", null, TimeSpan.Zero, 1, null, [.. facts], []), MediaKit.Wishes)
            .ShouldBeOfType<PlanOutcome.Planned>().Plan;

        string.Join(", ", plan.Tracks.Select(Words)).ShouldBe(expected);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(6, 6)]
    [InlineData(64, 8)]
    public void Plan_Threads_AreTheProcessorsUpToEight(int processors, int expected)
    {
        var facts = new MediaFacts("avi", null, TimeSpan.Zero, 1, null, [Stream("mpeg4 640x360", 0)], []);

        PackagePlanner.Plan(facts, MediaKit.Wishes with { Processors = processors })
            .ShouldBeOfType<PlanOutcome.Planned>().Plan.Threads.ShouldBe(expected);
    }

    private static string Words(PlannedTrack track) => track switch
    {
        { PictureEncoding: { } encoding, Picture: { } picture } =>
            $"{track.Codec} {picture.Width}x{picture.Height}{(picture.SampleAspect.Denominator > 1 ? $" sar={picture.SampleAspect.Numerator}:{picture.SampleAspect.Denominator}" : "")} bf={encoding.ReorderDepth} {encoding.Filter}",
        { SoundEncoding: { } encoding } => $"{track.Codec} {encoding.Channels} {encoding.SampleRate} {encoding.BitRate}",
        _ => $"copy {track.Codec}",
    };

    private static StreamFacts Stream(string text, int index)
    {
        string[] words = text.Split(' ');
        bool isPicture = words.Length > 1 && words[1].Contains('x', StringComparison.Ordinal);
        int[] numbers = [.. (isPicture ? words[1].Split('x') : words[1..]).Select(word => int.Parse(word, CultureInfo.InvariantCulture))];
        string? Value(string name) => words.FirstOrDefault(word => word.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];
        return new StreamFacts(
            index, isPicture ? StreamKind.Video : StreamKind.Audio, words[0], null, null, null, null, null, null, null, null, default,
            isPicture
                ? new VideoFacts(
                    numbers[0], numbers[1], Value("pix"), 8, Ratio.Parse(Value("sar") ?? "1:1"), int.Parse(Value("turn") ?? "0", CultureInfo.InvariantCulture),
                    default, default, 0, words.Contains("tt") ? "tt" : "progressive", null, null, null, null)
                : null,
            isPicture ? null : new AudioFacts(numbers[0], null, numbers[1]),
            HasDecoder: true,
            Value("lead") is { } lead ? TimeSpan.FromSeconds(double.Parse(lead, CultureInfo.InvariantCulture)) : null);
    }
}
