using TelegramHls.Bot.Conversation.Progress;
using TelegramHls.Testing;

namespace TelegramHls.Bot.Tests.Conversation;

public sealed class ChatBudgetTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly ChatBudget _budget;

    public ChatBudgetTests() => _budget = new ChatBudget(_clock);

    [Fact]
    public void Wait_AfterAnEdit_IsFourSecondsForThatChatAlone()
    {
        _budget.Wrote(1, ChatWrite.Edit);

        ShouldWait(1, ChatWrite.Edit, 4);
        ShouldWait(2, ChatWrite.Edit, 0);
    }

    [Fact]
    public void Wait_ForANewMessage_DoesNotCountEdits()
    {
        _budget.Wrote(1, ChatWrite.Edit);

        ShouldWait(1, ChatWrite.NewMessage, 0);
    }

    [Fact]
    public void Wait_AfterANewMessage_IsOneSecondAndNeverShortensThatAfterAnEdit()
    {
        _budget.Wrote(1, ChatWrite.NewMessage);
        _budget.Wrote(2, ChatWrite.Edit);

        _budget.Wrote(2, ChatWrite.NewMessage);

        ShouldWait(1, ChatWrite.Edit, 1);
        ShouldWait(2, ChatWrite.Edit, 4);
    }

    [Fact]
    public void Wait_ForALastEditRightAfterAnEdit_IsNothingAndThenPaidBack()
    {
        _budget.Wrote(1, ChatWrite.Edit);
        ShouldWait(1, ChatWrite.LastEdit, 0);

        _budget.Wrote(1, ChatWrite.LastEdit);

        ShouldWait(1, ChatWrite.LastEdit, 4);
        ShouldWait(1, ChatWrite.Edit, 8);
    }

    [Fact]
    public void Wait_ForManyLastEditsAtOnce_LetsOneMoreThanTheAverageThrough()
    {
        int written = 0;
        for (int second = 0; second < 60; second++, _clock.Advance(TimeSpan.FromSeconds(1)))
        {
            while (_budget.Wait(1, ChatWrite.LastEdit) == TimeSpan.Zero)
            {
                _budget.Wrote(1, ChatWrite.LastEdit);
                written++;
            }
        }

        written.ShouldBe((60 / 4) + 1);
    }

    [Fact]
    public void Wait_AfterTelegramAskedForAPause_IsThatPauseForEverything()
    {
        _budget.Block(1, TimeSpan.FromSeconds(30));

        _clock.Advance(TimeSpan.FromSeconds(10));

        ShouldWait(1, ChatWrite.NewMessage, 20);
        ShouldWait(1, ChatWrite.Edit, 20);
        ShouldWait(1, ChatWrite.LastEdit, 20);
    }

    private void ShouldWait(long chat, ChatWrite write, int seconds) =>
        _budget.Wait(chat, write).ShouldBe(TimeSpan.FromSeconds(seconds));
}
