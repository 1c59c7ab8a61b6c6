using TelegramHls.Media.Chapters;
using TelegramHls.Media.Probing;
using TelegramHls.Testing;

namespace TelegramHls.Media.Tests.Chapters;

public sealed class ChapterListTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Of_AFilmWithChapters_HasTheirTimesAndTitles()
    {
        MediaFacts facts = await FactsAsync();

        ChapterList.Of(facts).ShouldBe(
        [
            new Chapter(TimeSpan.Zero, 4 * Second, "Opening"),
            new Chapter(4 * Second, 7.5 * Second, "A <b>bold</b> & --> odd title"),
            new Chapter(7.5 * Second, 12 * Second, "Chapter 3"),
        ]);
    }

    [Fact]
    public async Task Of_TimesThatBeginLate_CountsFromTheBeginning()
    {
        MediaFacts facts = await FactsAsync();
        TimeSpan late = 1_000_000 * Second;

        ChapterList.Of(facts with
        {
            Start = late,
            Chapters = [.. facts.Chapters.Select(chapter => chapter with { Start = chapter.Start + late, End = chapter.End + late })],
        }).ShouldBe(ChapterList.Of(facts));
    }

    [Fact]
    public async Task Of_OneAloneOrBehindTheEnd_IsNothing()
    {
        MediaFacts facts = await FactsAsync();

        ChapterList.Of(facts with { Chapters = [facts.Chapters[0]] }).ShouldBeEmpty();
        ChapterList.Of(facts with { Duration = 4 * Second }).ShouldBeEmpty();
        ChapterList.Of(facts with { Chapters = [] }).ShouldBeEmpty();
    }

    [Fact]
    public async Task Write_OddTitles_IsReadBackByFFmpegAsItWas()
    {
        using var folder = new TempDirectory();
        string path = folder.File("chapters.vtt");
        await File.WriteAllTextAsync(path, ChapterTrack.Write(ChapterList.Of(await FactsAsync())));

        string text = await Command.RunAsync("ffmpeg", "-v", "error", "-i", path, "-f", "srt", "-");

        text.ReplaceLineEndings("\n").Trim().ShouldBe(
            """
            1
            00:00:00,000 --> 00:00:04,000
            Opening

            2
            00:00:04,000 --> 00:00:07,500
            A <b>bold</b> & --> odd title

            3
            00:00:07,500 --> 00:00:12,000
            Chapter 3
            """.ReplaceLineEndings("\n"));
    }

    // The sound goes on for a moment after the last chapter's end.
    private static async Task<MediaFacts> FactsAsync() =>
        (await MediaKit.FactsAsync(await OddFilms.Chapters())) with { Duration = 12 * Second };
}
