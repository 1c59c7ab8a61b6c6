using TelegramHls.Bot.Ingest.Store;

namespace TelegramHls.Bot.Tests.Ingest;

public sealed class FilmEndTests
{
    [Theory]
    [InlineData(6120, 720, "The file ends early: 12 min of 1 h 42 min are there.")]
    [InlineData(60, 30, "The file ends early: 30 s of 1 min are there.")]
    // Headers round, and sound may end a little later than the picture.
    [InlineData(60, 58, null)]
    [InlineData(6120, 6070, null)]
    // A header that says too little is wrong, but nothing is missing.
    [InlineData(60, 90, null)]
    public void Sentence_OfAFilmPromisedFor_SaysWhatIsMissing(double promised, double played, string? expected) =>
        FilmEnd.Sentence(Plans.Of(TimeSpan.FromSeconds(promised), "h264", "aac"), TimeSpan.FromSeconds(played)).ShouldBe(expected);

    [Fact]
    public void Sentence_DurationOnlyGuessed_SaysNothing() =>
        FilmEnd.Sentence(Plans.Of(TimeSpan.FromSeconds(60), "h264", "aac") with { Promised = null }, TimeSpan.FromSeconds(6)).ShouldBeNull();
}
