using TelegramHls.Bot.Conversation.Progress;
using TelegramHls.Testing;

namespace TelegramHls.Bot.Tests.Conversation;

public sealed class ChatBudgetTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void Wait_AfterAnEdit_IsFourSecondsForThatChatAlone()
    {
        var budget = new ChatBudget(_clock);

        budget.Wrote(1, wasNewMessage: false);

        budget.Wait(1, isFirstMessage: false).ShouldBe(TimeSpan.FromSeconds(4));
        budget.Wait(2, isFirstMessage: false).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Wait_ForANewMessage_DoesNotCountEdits()
    {
        var budget = new ChatBudget(_clock);

        budget.Wrote(1, wasNewMessage: false);

        budget.Wait(1, isFirstMessage: true).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Wait_AfterANewMessage_IsOneSecondAndNeverShortensThatAfterAnEdit()
    {
        var budget = new ChatBudget(_clock);
        budget.Wrote(1, wasNewMessage: true);
        budget.Wrote(2, wasNewMessage: false);

        budget.Wrote(2, wasNewMessage: true);

        budget.Wait(1, isFirstMessage: false).ShouldBe(TimeSpan.FromSeconds(1));
        budget.Wait(2, isFirstMessage: false).ShouldBe(TimeSpan.FromSeconds(4));
    }

    [Fact]
    public void Wait_AfterTelegramAskedForAPause_IsThatPauseForEverything()
    {
        var budget = new ChatBudget(_clock);
        budget.Block(1, TimeSpan.FromSeconds(30));

        _clock.Advance(TimeSpan.FromSeconds(10));

        budget.Wait(1, isFirstMessage: true).ShouldBe(TimeSpan.FromSeconds(20));
        budget.Wait(1, isFirstMessage: false).ShouldBe(TimeSpan.FromSeconds(20));
    }
}
