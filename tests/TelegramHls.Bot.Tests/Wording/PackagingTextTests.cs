using TelegramHls.Bot.Wording;
using TelegramHls.Catalog.Statistics;
using TelegramHls.Core.Ids;

namespace TelegramHls.Bot.Tests.Wording;

public sealed class PackagingTextTests
{
    [Theory]
    [InlineData("libx264", 0, 1, "12 s of film packaged in 4 s: 3.0× as fast as it plays, 8 MB at 2 MB/s; picture encoded by libx264 (6.0×), 1 sound encoded")]
    [InlineData("copy", 2, 0, "12 s of film packaged in 4 s: 3.0× as fast as it plays, 8 MB at 2 MB/s; picture copied, 2 sounds copied")]
    [InlineData(null, 0, 1, "12 s of film packaged in 4 s: 3.0× as fast as it plays, 8 MB at 2 MB/s; 1 sound encoded")]
    public void Of_OneFilm_TellsWhatAndHowFast(string? picture, int copied, int encoded, string expected)
    {
        var made = new Packaging(
            StoredFileId.New(), VideoId.New(), JobId.New(), picture, copied, encoded, SourceBytes: 9_000_000, Bytes: 8_000_000,
            Seconds(12), Elapsed: Seconds(4), Worked: Seconds(2));

        PackagingText.Of(made).ShouldBe(expected);
    }

    [Fact]
    public void Of_Totals_TellsEachWayAndWhatCopyingSpared() =>
        PackagingText.Of(new PackagingTotals([Sum("copy", 9, 22_320, 240, 40), Sum("libx264", 3, 3_720, 900, 845), Sum(null, 1, 60, 1, 1)]))
            .ShouldBe("Pictures: 9 copied (93×), 3 encoded by libx264 (4.4×)\nCopying spared about 1 h 23 min of encoding, at 4.4× as measured here\n");

    [Fact]
    public void Of_TotalsWithoutAnEncodedPicture_PromisesNothing() =>
        PackagingText.Of(new PackagingTotals([Sum("copy", 1, 60, 2, 1)])).ShouldBe("Pictures: 1 copied (30×)\n");

    [Fact]
    public void Of_NoTotals_SaysNothing() => PackagingText.Of(new PackagingTotals([])).ShouldBeEmpty();

    private static PackagingSum Sum(string? picture, int films, int played, int elapsed, int worked) => new(
        picture, films, 0, 0, 0, 0, Seconds(played), Seconds(elapsed), Seconds(worked));

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}
