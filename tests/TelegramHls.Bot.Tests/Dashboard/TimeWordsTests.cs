using TelegramHls.Bot.Dashboard.Words;

namespace TelegramHls.Bot.Tests.Dashboard;

public sealed class TimeWordsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 12, 8, 30, 5, TimeSpan.Zero);

    [Theory]
    [InlineData(0, "just now")]
    [InlineData(-4, "just now")]
    [InlineData(-59, "59 s ago")]
    [InlineData(90, "in 1 min")]
    [InlineData(-7_300, "2 h ago")]
    [InlineData(-86_400, "1 day ago")]
    [InlineData(-29 * 86_400, "29 days ago")]
    [InlineData(-40 * 86_400, "31 Jan 2026")]
    public void Relative_ToNow_IsRough(int seconds, string words) =>
        TimeWords.Relative(Now.AddSeconds(seconds), Now).ShouldBe(words);

    [Fact]
    public void Exact_OfAnyZone_IsUtc() =>
        TimeWords.Exact(Now.ToOffset(TimeSpan.FromHours(5))).ShouldBe("2026-03-12 08:30:05 UTC");
}
