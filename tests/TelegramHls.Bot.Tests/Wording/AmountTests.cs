using TelegramHls.Bot.Wording;

namespace TelegramHls.Bot.Tests.Wording;

public sealed class AmountTests
{
    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(999, "999 B")]
    [InlineData(1_000, "1 KB")]
    [InlineData(1_500_000, "1.5 MB")]
    [InlineData(604_000_000, "604 MB")]
    [InlineData(999_600_000, "1 GB")]
    [InlineData(3_100_000_000, "3.1 GB")]
    public void Bytes_OfASize_AreWhatPeopleSay(long bytes, string expected) => Amount.Bytes(bytes).ShouldBe(expected);

    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(20, "20 s")]
    [InlineData(60, "1 min")]
    [InlineData(72, "1 min 12 s")]
    [InlineData(6_120, "1 h 42 min")]
    [InlineData(-5, "0 s")]
    public void Duration_OfSeconds_IsWhatPeopleSay(int seconds, string expected) =>
        Amount.Duration(TimeSpan.FromSeconds(seconds)).ShouldBe(expected);

    [Theory]
    [InlineData(-1, "░░░░░░░░░░")]
    [InlineData(0.68, "▓▓▓▓▓▓░░░░")]
    [InlineData(0.999, "▓▓▓▓▓▓▓▓▓░")]
    [InlineData(7, "▓▓▓▓▓▓▓▓▓▓")]
    public void Bar_OfAShare_HasTenCells(double share, string expected) => Amount.Bar(share).ShouldBe(expected);

    [Theory]
    [InlineData(1920, 800, "1080p")]
    [InlineData(3840, 1600, "4K")]
    [InlineData(1080, 1920, "1920p")]
    [InlineData(640, 360, "360p")]
    public void FactsLine_OfAPicture_NamesItAsPeopleDo(int width, int height, string expected) =>
        FactsLine.Of(duration: null, width, height, codec: null, size: 1_000).ShouldBe($"{expected} · 1 KB");
}
