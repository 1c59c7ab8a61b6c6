using TelegramHls.Bot.Ingest;
using TelegramHls.Bot.Wording;

namespace TelegramHls.Bot.Tests.Wording;

public sealed class WorkStandingTests
{
    [Fact]
    public void Of_MovingBytes_SaysHowFarAndHowLong()
    {
        WorkStanding standing = WorkStanding.Of(
            new VideoStatus.Moving("Storing", 412_000_000, 604_000_000, 9_600_000, Left: TimeSpan.FromSeconds(20)));

        standing.ShouldBe(new WorkStanding(
            "Storing", 412d / 604d, "412 MB of 604 MB · 9.6 MB/s · 20 s left", TimeSpan.FromSeconds(20)));
        standing.Percent.ShouldBe(68);
    }

    [Fact]
    public void Of_NearlyDone_DoesNotSayHundred() =>
        WorkStanding.Of(new VideoStatus.Moving("Storing", 9_999, 10_000, 0)).Percent.ShouldBe(99);

    [Fact]
    public void Of_NothingSaidSinceTheStart_SaysThatItWaits() =>
        WorkStanding.Of(null).ShouldBe(new WorkStanding("Waiting to go on"));
}
