using TelegramHls.Core.Waiting;
using TelegramHls.Testing;

namespace TelegramHls.Core.Tests.Waiting;

public sealed class StallWatchTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Nearly = Limit - TimeSpan.FromSeconds(1);

    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void Wait_NothingComes_Stalls()
    {
        using var watch = new StallWatch(new StallLimit(Limit), _clock);

        watch.Wait();
        _clock.Advance(Nearly);
        watch.HasStalled.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(1));

        (watch.HasStalled, watch.Stalled.IsCancellationRequested).ShouldBe((true, true));
    }

    [Fact]
    public void Go_ForEver_NeverStalls()
    {
        using var watch = new StallWatch(new StallLimit(Limit), _clock);

        _clock.Advance(2 * Limit);
        watch.Wait();
        _clock.Advance(Nearly);
        watch.Go();
        _clock.Advance(2 * Limit);
        watch.Wait();
        _clock.Advance(Nearly);

        watch.HasStalled.ShouldBeFalse();
    }

    [Fact]
    public void Moved_NowAndThen_BeginsAnewButNeverStartsTheWatch()
    {
        using var watch = new StallWatch(new StallLimit(Limit), _clock);

        watch.Moved();
        _clock.Advance(2 * Limit);
        watch.Wait();
        for (int i = 0; i < 3; i++)
        {
            _clock.Advance(Nearly);
            watch.Moved();
        }

        watch.HasStalled.ShouldBeFalse();
        _clock.Advance(Limit);
        watch.HasStalled.ShouldBeTrue();
    }

    [Theory]
    [InlineData(300, "5 min")]
    [InlineData(90, "1.5 min")]
    [InlineData(2, "2 s")]
    public void InWords_Limit_IsShort(int seconds, string words) =>
        new StallLimit(TimeSpan.FromSeconds(seconds)).InWords.ShouldBe(words);
}
