using TelegramHls.Bot.Ingest;
using TelegramHls.Bot.Ingest.Plan;
using TelegramHls.Media.Planning;
using TelegramHls.Media.Probing;

namespace TelegramHls.Bot.Tests.Ingest;

public sealed class SoundNameTests
{
    [Theory]
    [InlineData("rus", "Dub", 2, "stereo", "Russian")]
    [InlineData("und", "Commentary", 2, "stereo", "Commentary")]
    [InlineData("und", null, 2, "stereo", "stereo")]
    [InlineData(null, null, 1, "mono", "mono")]
    [InlineData(null, null, 6, "5.1(side)", "5.1")]
    [InlineData(null, null, 8, "7.1", "7.1")]
    [InlineData(null, null, 4, "quad", "4 channels")]
    [InlineData(null, null, 3, null, "3 channels")]
    public void Of_SoundTrack_IsNamedByWhatItSaysOfItself(
        string? language, string? title, int channels, string? layout, string expected)
    {
        PackagePlan plan = Plans.Of(TimeSpan.FromMinutes(1), video: null, "aac");
        PlannedTrack track = plan.Tracks[0] with { Language = language, Title = title, Sound = new AudioFacts(channels, layout, 48000) };
        var facts = new MediaFacts("mp4", TimeSpan.FromMinutes(1), TimeSpan.Zero, 1, null, [], []);

        VideoSummary? summary = VideoSummary.FromJson(PlanFacts.Of(facts, plan with { Tracks = [track] }).FactsJson);

        summary!.AudioLanguages.ShouldBe([expected]);
    }
}
