using TelegramHls.Storage.Pool.Members;
using TelegramHls.Testing;

namespace TelegramHls.Storage.Tests.Pool;

public sealed class ChatBudgetTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void TryTake_FromAFullBucket_GivesAMinutesWorth()
    {
        var budget = new ChatBudget(20, _clock);

        int taken = Enumerable.Range(0, 100).Count(_ => budget.TryTake());

        taken.ShouldBe(20);
    }

    [Fact]
    public void NextAt_OfAnEmptyBucket_IsOneShareOfAMinuteAway()
    {
        var budget = new ChatBudget(20, _clock);
        _ = Enumerable.Range(0, 20).Count(_ => budget.TryTake());

        (budget.NextAt - _clock.GetUtcNow()).ShouldBe(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public void TryTake_AtTheTimeThatNextAtNamed_Succeeds()
    {
        var budget = new ChatBudget(7, _clock);
        _ = Enumerable.Range(0, 7).Count(_ => budget.TryTake());

        for (int i = 0; i < 50; i++)
        {
            _clock.Advance(budget.NextAt - _clock.GetUtcNow());
            budget.TryTake().ShouldBeTrue();
            budget.TryTake().ShouldBeFalse();
        }
    }

    [Fact]
    public void TryTake_AfterAnHourOfRest_HoldsNoMoreThanAMinutesWorth()
    {
        var budget = new ChatBudget(20, _clock);
        _clock.Advance(TimeSpan.FromHours(1));

        Enumerable.Range(0, 100).Count(_ => budget.TryTake()).ShouldBe(20);
    }

    [Fact]
    public void TryTake_WithoutALimit_AlwaysSucceeds()
    {
        var budget = new ChatBudget(0, _clock);

        Enumerable.Range(0, 1000).ShouldAllBe(_ => budget.TryTake());
    }
}
