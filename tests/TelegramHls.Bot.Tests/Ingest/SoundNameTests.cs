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
        string name = NameOf(track => track with
        {
            Language = language, Title = title, Sound = new AudioFacts(channels, layout, 48000),
        });

        name.ShouldBe(expected);
    }

    [Theory]
    [InlineData("eng", null, "English (commentary)")]
    [InlineData("eng", "Director's Commentary", "English (commentary)")]
    [InlineData(null, "Director's Commentary", "Director's Commentary")]
    public void Of_Commentary_IsNotTakenForTheFilmsSound(string? language, string? title, string expected) =>
        NameOf(track => track with { Language = language, Title = title, IsComment = true }).ShouldBe(expected);

    [Fact]
    public void Of_DescribedFilm_SaysSo() =>
        NameOf(track => track with { Language = "deu", IsDescription = true }).ShouldBe("German (audio description)");

    private static string NameOf(Func<PlannedTrack, PlannedTrack> change)
    {
        PackagePlan plan = Plans.Of(TimeSpan.FromMinutes(1), video: null, "aac");
        var facts = new MediaFacts("mp4", TimeSpan.FromMinutes(1), TimeSpan.Zero, 1, null, [], []);
        return VideoSummary.FromJson(PlanFacts.Of(facts, plan with { Tracks = [change(plan.Tracks[0])] }).FactsJson)!
            .AudioLanguages.ShouldHaveSingleItem();
    }
}
