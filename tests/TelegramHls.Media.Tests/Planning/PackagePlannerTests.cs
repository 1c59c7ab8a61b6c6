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
    public void Plan_SoundsOfManyKinds_AreEachAacInTheFilesOrderAndKeptBeside()
    {
        MediaFacts facts = Facts(
            Stream(0, StreamKind.Audio, "flac"), Stream(1, StreamKind.Video, "h264"),
            Stream(2, StreamKind.Audio, "opus"), Stream(3, StreamKind.Audio, "aac"));

        PackagePlan plan = PackagePlanner.Plan(facts, MediaKit.Wishes).ShouldBeOfType<PlanOutcome.Planned>().Plan;

        plan.Tracks.Select(track => (track.Id, track.SourceIndex, track.Codec, track.Beside)).ShouldBe(
            [("v0", 1, "h264", null), ("a0", 0, "aac", null), ("a1", 2, "aac", null), ("a2", 3, "aac", null), ("a3", 0, "flac", "a0"), ("a4", 2, "opus", "a1")]);
    }

    [Fact]
    public void Plan_SecondSoundIsTheDefault_ComesFirst()
    {
        StreamFacts chosen = Stream(2, StreamKind.Audio, "ac3") with { Disposition = new StreamDisposition { IsDefault = true } };
        MediaFacts facts = Facts(
            Stream(0, StreamKind.Video, "h264"), Stream(1, StreamKind.Audio, "aac"),
            chosen with { Audio = new AudioFacts(6, "5.1(side)", 48000) });

        PackagePlan plan = PackagePlanner.Plan(facts, MediaKit.Wishes).ShouldBeOfType<PlanOutcome.Planned>().Plan;

        plan.Tracks.Select(track => (track.Id, track.SourceIndex, track.IsDefault, track.Beside)).ShouldBe(
            [("v0", 0, true, null), ("a0", 2, true, null), ("a1", 1, false, null), ("a2", 2, false, "a0")]);
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
            Stream(3, StreamKind.Subtitle, "dvb_teletext"), Stream(4, StreamKind.Attachment, "ttf"));

        PackagePlan plan = PackagePlanner.Plan(facts, MediaKit.Wishes).ShouldBeOfType<PlanOutcome.Planned>().Plan;

        plan.Tracks.Length.ShouldBe(1);
        plan.Notes.ShouldBe(["Left out: subtitle track of an unknown kind.", "Left out: cover picture.", "Left out: attached file."]);
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
    public void Plan_SurroundSoundAndHugePicture_SaysWhatIsLost()
    {
        StreamFacts film = Stream(0, StreamKind.Video, "mjpeg");
        StreamFacts sound = Stream(1, StreamKind.Audio, "dts");
        MediaFacts facts = Facts(
            film with { Video = film.Video! with { Width = 7680, Height = 4320 } },
            sound with { Audio = new AudioFacts(6, "5.1", 48000) });

        PackagePlan plan = PackagePlanner.Plan(facts, MediaKit.Wishes).ShouldBeOfType<PlanOutcome.Planned>().Plan;

        plan.Notes.ShouldBe(
            ["The picture was made smaller, from 7680×4320 to 4096×2304.", "Surround sound was mixed down to stereo."]);
    }

    [Fact]
    public void PlanOfSchemaOne_Read_CopiesAsItDid()
    {
        // As version 1 of the record was written.
        const string Old = """
            {"Schema":1,"FFmpegVersion":"5.1.9","Tracks":[{"Id":"a0","Kind":1,"SourceIndex":0,"Codec":"aac","Action":0,"Tag":null,
            "BitstreamFilter":null,"Language":"eng","Title":null,"IsDefault":true,"Picture":null,
            "Sound":{"Channels":2,"Layout":"stereo","SampleRate":48000}}],"Duration":"00:00:12","Offset":"00:00:00.5000000",
            "Threads":2,"FragmentDuration":"00:00:01","SegmentTarget":"00:00:04","TargetDuration":20,"Notes":[]}
            """;

        PackagePlan plan = JsonSerializer.Deserialize<PackagePlan>(Old)!;

        plan.Tracks[0].Action.ShouldBe(TrackAction.Copy);
        JsonSerializer.Serialize(plan).ShouldBe(Old.ReplaceLineEndings(string.Empty));
    }

    [Fact]
    public async Task Plan_Json_RoundTrips()
    {
        PackagePlan plan = await MediaKit.PlanAsync(await ForeignFilms.Avi());

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
