using System.Text.Json;
using TelegramHls.Media.Planning;
using TelegramHls.Media.Probing;
using TelegramHls.Testing;

namespace TelegramHls.Media.Tests.Planning;

public sealed class PackagePlannerTests
{
    [Fact]
    public async Task Plan_TwoLanguages_CopiesEachTrack()
    {
        PackagePlan plan = await MediaKit.PlanAsync(await Films.TwoLanguages(12));

        plan.Tracks.Select(track => track.Id).ShouldBe(["v0", "a0", "a1"]);
        plan.Tracks.Select(track => track.SourceIndex).ShouldBe([0, 1, 2]);
        plan.Tracks.Select(track => track.Language).ShouldBe([null, "eng", "rus"]);
        plan.Tracks.Where(track => track.IsDefault).Select(track => track.Id).ShouldBe(["v0", "a0"]);
        plan.Notes.ShouldBeEmpty();
        plan.Offset.ShouldBe(TimeSpan.FromSeconds(0.5));
    }

    [Fact]
    public async Task Plan_Hevc_TagsItForApple()
    {
        PackagePlan plan = await MediaKit.PlanAsync(await OddFilms.Hevc());

        plan.Tracks[0].Tag.ShouldBe("hvc1");
    }

    [Fact]
    public async Task Plan_TransportStream_StripsAdts()
    {
        PackagePlan plan = await MediaKit.PlanAsync(await OddFilms.TransportStream());

        plan.Tracks.Select(track => track.BitstreamFilter).ShouldBe([null, "aac_adtstoasc"]);
    }

    [Theory]
    [InlineData("vvc", "This film's video is vvc, which the ffmpeg of this server cannot decode.")]
    [InlineData("unknown", "This film's video is of a kind that ffmpeg does not know, so it can neither be played nor converted.")]
    public void Plan_VideoThatCannotBeDecoded_IsRefused(string codec, string expected)
    {
        MediaFacts facts = Facts(Stream(0, StreamKind.Video, codec) with { HasDecoder = false }, Stream(1, StreamKind.Audio, "aac"));

        PackagePlanner.Plan(facts, MediaKit.Wishes).ShouldBeOfType<PlanOutcome.Refused>().Reason.ShouldBe(expected);
    }

    [Fact]
    public void Plan_OnlySoundCannotBeDecoded_IsRefused()
    {
        MediaFacts facts = Facts(Stream(0, StreamKind.Video, "h264"), Stream(1, StreamKind.Audio, "ac4") with { HasDecoder = false });

        PackagePlanner.Plan(facts, MediaKit.Wishes).ShouldBeOfType<PlanOutcome.Refused>()
            .Reason.ShouldBe("This film's audio is ac4, which the ffmpeg of this server cannot decode.");
    }

    [Fact]
    public void Plan_OneSoundOfTwoCannotBeDecoded_IsLeftOut()
    {
        MediaFacts facts = Facts(
            Stream(0, StreamKind.Video, "h264"), Stream(1, StreamKind.Audio, "unknown") with { HasDecoder = false },
            Stream(2, StreamKind.Audio, "aac"));

        PackagePlan plan = PackagePlanner.Plan(facts, MediaKit.Wishes).ShouldBeOfType<PlanOutcome.Planned>().Plan;

        plan.Tracks.Select(track => (track.Id, track.SourceIndex)).ShouldBe([("v0", 0), ("a0", 2)]);
        plan.Notes.ShouldBe(["Left out: audio track that cannot be decoded."]);
    }

    [Fact]
    public void Plan_AacAfterFlacAndOpus_ComesFirst()
    {
        MediaFacts facts = Facts(
            Stream(0, StreamKind.Audio, "flac"), Stream(1, StreamKind.Video, "h264"),
            Stream(2, StreamKind.Audio, "opus"), Stream(3, StreamKind.Audio, "aac"));

        PackagePlan plan = PackagePlanner.Plan(facts, MediaKit.Wishes).ShouldBeOfType<PlanOutcome.Planned>().Plan;

        plan.Tracks.Select(track => (track.Id, track.SourceIndex)).ShouldBe([("v0", 1), ("a0", 3), ("a1", 2), ("a2", 0)]);
    }

    [Fact]
    public void Plan_ExtraStreams_AreNamedInNotes()
    {
        StreamFacts cover = Stream(1, StreamKind.Video, "mjpeg") with
        {
            Disposition = new StreamDisposition { IsAttachedPicture = true },
        };
        MediaFacts facts = Facts(
            Stream(0, StreamKind.Video, "h264"), cover, Stream(2, StreamKind.Subtitle, "subrip"),
            Stream(3, StreamKind.Subtitle, "ass"), Stream(4, StreamKind.Attachment, "ttf"));

        PackagePlan plan = PackagePlanner.Plan(facts, MediaKit.Wishes).ShouldBeOfType<PlanOutcome.Planned>().Plan;

        plan.Tracks.Length.ShouldBe(1);
        plan.Notes.ShouldBe(["Left out: 2 subtitle tracks.", "Left out: cover picture.", "Left out: attached file."]);
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(0.2, 0.5)]
    [InlineData(0.4, 1)]
    [InlineData(3.1, 3.5)]
    public void Plan_PacketsBeforeTheStart_RaiseTheOffset(double before, double expected)
    {
        StreamFacts video = Stream(0, StreamKind.Video, "h264") with { FirstDecode = TimeSpan.FromSeconds(1000 - before) };
        MediaFacts facts = Facts(video) with { Start = TimeSpan.FromSeconds(1000) };

        PackagePlan plan = PackagePlanner.Plan(facts, MediaKit.Wishes).ShouldBeOfType<PlanOutcome.Planned>().Plan;

        plan.Offset.TotalSeconds.ShouldBe(expected);
    }

    [Fact]
    public async Task Plan_Json_RoundTrips()
    {
        PackagePlan plan = await MediaKit.PlanAsync(await Films.TwoLanguages(12));

        string json = JsonSerializer.Serialize(plan);

        JsonSerializer.Serialize(JsonSerializer.Deserialize<PackagePlan>(json)).ShouldBe(json);
    }

    private static MediaFacts Facts(params StreamFacts[] streams) =>
        new("matroska,webm", TimeSpan.FromMinutes(1), TimeSpan.Zero, 1000, null, [.. streams], []);

    private static StreamFacts Stream(int index, StreamKind kind, string codec) => new(
        index, kind, codec, null, null, null, null, null, null, null, null, default,
        kind == StreamKind.Video
            ? new VideoFacts(640, 360, "yuv420p", 8, new Ratio(1, 1), 0, new Ratio(25, 1), new Ratio(25, 1), 0, null, null, null, null, null)
            : null,
        kind == StreamKind.Audio ? new AudioFacts(2, "stereo", 48000) : null);
}
