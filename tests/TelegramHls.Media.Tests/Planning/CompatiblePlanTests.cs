using TelegramHls.Media.Planning;
using TelegramHls.Media.Probing;

namespace TelegramHls.Media.Tests.Planning;

/// <summary>When a second version is planned, of what, and what the answer says then.</summary>
public sealed class CompatiblePlanTests
{
    private static readonly PlanWishes Everywhere = MediaKit.Wishes with { Compatibility = Compatibility.Everywhere };

    [Theory]
    [InlineData("hevc; aac stereo", "v1 h264, a0 copy", "A second version in H.264 plays everywhere.")]
    [InlineData("hevc 10bit; aac 5.1; ac3 5.1(side)", "v1 h264, a0 copy, a1 aac", "A second version in H.264 plays everywhere.")]
    [InlineData("hevc 10bit pq; eac3 5.1(side)", "v1 h264 tonemap, a0 aac", "A second version in H.264 plays everywhere.")]
    [InlineData("hevc 10bit pq dv=8/1", "v1 h264 tonemap", "Dolby Vision: other players show its HDR10 base.|A second version in H.264 plays everywhere.")]
    [InlineData("av1; opus stereo", "v1 h264, a0 aac", "A second version in H.264 plays everywhere.")]
    [InlineData("vp9 10bit hlg; opus 5.1", "v1 h264 tonemap, a0 aac", "A second version in H.264 plays everywhere.")]
    [InlineData("h264 10bit; aac stereo", "v1 h264, a0 copy", "A second version in 8-bit H.264 plays everywhere.")]
    // Plays everywhere as it is, or is encoded anyway.
    [InlineData("h264; aac stereo", "none", "")]
    [InlineData("h264 10bit 422; aac stereo", "none", "")]
    [InlineData("hevc interlaced; aac stereo", "none", "")]
    [InlineData("mpeg4; mp3 stereo", "none", "")]
    [InlineData("aac stereo", "none", "")]
    // This ffmpeg cannot decode it: it stays what it is.
    [InlineData("av1 nodecoder; aac stereo", "none", "AV1: Safari plays it only on devices with a decoder for it.")]
    public void For_Film_IsInH264WhereTheFilmIsNot(string streams, string expected, string notes)
    {
        MediaFacts facts = SpokenFacts.Of("MKV", streams);
        PackagePlan film = Plan(facts);

        PackagePlan? version = CompatiblePlan.For(facts, film, Everywhere);

        (version is null ? "none" : string.Join(", ", version.Tracks.Select(Words))).ShouldBe(expected);
        string.Join('|', (version is null ? film : CompatiblePlan.Beside(film, version)).Notes).ShouldBe(notes);
    }

    [Fact]
    public void For_Copy_IsNotWanted()
    {
        MediaFacts facts = SpokenFacts.Of("MKV", "hevc; aac stereo");

        CompatiblePlan.For(facts, Plan(facts), MediaKit.Wishes).ShouldBeNull();
    }

    [Theory]
    [InlineData("hevc; aac stereo", 0.5)]
    [InlineData("hevc early=0.9; aac stereo", 1.5)]
    public void Beside_Film_IsOnTheSameTimeline(string streams, double offset)
    {
        MediaFacts facts = SpokenFacts.Of("MKV", streams);
        PackagePlan film = Plan(facts);
        PackagePlan version = CompatiblePlan.For(facts, film, Everywhere)!;

        PackagePlan beside = CompatiblePlan.Beside(film, version);

        (beside.Offset, version.Offset).ShouldBe((TimeSpan.FromSeconds(offset), TimeSpan.FromSeconds(offset)));
        (version.TargetDuration, version.SegmentTarget, version.Duration).ShouldBe((film.TargetDuration, film.SegmentTarget, film.Duration));
        beside.Tracks.ShouldBe(film.Tracks);
    }

    [Fact]
    public void Beside_HdrThatCannotBeConverted_SaysSo()
    {
        PlanWishes wishes = Everywhere with { CanToneMap = false };
        MediaFacts facts = SpokenFacts.Of("MKV", "hevc 10bit pq");
        PackagePlan film = Plan(facts);

        CompatiblePlan.Beside(film, CompatiblePlan.For(facts, film, wishes)!).Notes
            .ShouldBe(["A second version in H.264 plays everywhere; its HDR colours may look pale there."]);
    }

    [Fact]
    public void Alone_OfAFilmThatWasBeside_SaysAgainWhereItDoesNotPlay()
    {
        MediaFacts facts = SpokenFacts.Of("MKV", "vp9; opus stereo");
        PackagePlan film = Plan(facts);
        PackagePlan version = CompatiblePlan.For(facts, film, Everywhere)!;

        CompatiblePlan.Alone(CompatiblePlan.Beside(film, version), version).Notes
            .ShouldBe(["VP9: iPhones and iPads may not play it.", "A second version that plays everywhere could not be made."]);
    }

    private static PackagePlan Plan(MediaFacts facts) =>
        PackagePlanner.Plan(facts, Everywhere).ShouldBeOfType<PlanOutcome.Planned>().Plan;

    private static string Words(PlannedTrack track) => track switch
    {
        { PictureEncoding: { } picture } => $"{track.Id} {track.Codec}{(picture.Filter.Contains("tonemap", StringComparison.Ordinal) ? " tonemap" : string.Empty)}",
        { Action: TrackAction.Copy } => $"{track.Id} copy",
        _ => $"{track.Id} {track.Codec}",
    };
}
