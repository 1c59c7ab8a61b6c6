using TelegramHls.Bot.Ingest;
using TelegramHls.Bot.Ingest.Plan;
using TelegramHls.Media.Planning;
using TelegramHls.Media.Probing;

namespace TelegramHls.Bot.Tests.Ingest;

public sealed class TrackReasonsTests
{
    private static readonly PackagePlan Plan = Plans.Of(TimeSpan.FromMinutes(1), "h264", "opus", "dts");

    [Fact]
    public void Of_Plan_AreKeptWithTheFilm()
    {
        var facts = new MediaFacts("matroska,webm", TimeSpan.FromMinutes(1), TimeSpan.Zero, 1, null, [], []);

        VideoSummary summary = VideoSummary.FromJson(PlanFacts.Of(facts, Plan).FactsJson)!;

        summary.Reasons.ShouldBe(new Dictionary<string, string>
        {
            ["v0"] = "copied",
            ["a0"] = "re-encoded, since not every player plays Opus",
            ["a1"] = "re-encoded, since browsers do not play DTS",
            ["a2"] = "copied, for players that play it",
        });
    }

    [Fact]
    public void Line_Plan_NamesEachTrackWithItsSource() => TrackReasons.Line(Plan).ShouldBe(
        "v0 (H.264) copied; a0 (Opus) re-encoded, since not every player plays Opus; "
        + "a1 (DTS) re-encoded, since browsers do not play DTS; a2 (Opus) copied, for players that play it");

    [Fact]
    public void FromJson_OfAnEarlierVersion_HasNoReasons() =>
        VideoSummary.FromJson("""{"VideoCodec":"H.264","AudioLanguages":["English"],"Method":"Copied","Notes":[]}""")!.Reasons.ShouldBeNull();
}
