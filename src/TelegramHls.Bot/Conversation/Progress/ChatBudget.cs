namespace TelegramHls.Bot.Conversation.Progress;

/// <summary>
/// When each chat may be written to next: one edit in four seconds, a second after a new message, and never before
/// Telegram allows it. A last edit may be made one edit ahead of that, so that links need not wait; it is charged like
/// any other, so of many at once only the first goes ahead.
/// </summary>
internal sealed class ChatBudget(TimeProvider clock)
{
    private static readonly TimeSpan BetweenEdits = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan AfterNewMessage = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<long, DateTimeOffset> _nextEdit = [];
    private readonly Dictionary<long, DateTimeOffset> _blockedUntil = [];

    /// <summary>How long the chat still has to wait; zero when it may be written to now.</summary>
    public TimeSpan Wait(long chatId, ChatWrite write)
    {
        DateTimeOffset now = clock.GetUtcNow();
        lock (_gate)
        {
            TimeSpan budget = write switch
            {
                ChatWrite.NewMessage => TimeSpan.Zero,
                ChatWrite.LastEdit => _nextEdit.GetValueOrDefault(chatId) - now - BetweenEdits,
                _ => _nextEdit.GetValueOrDefault(chatId) - now,
            };
            TimeSpan block = _blockedUntil.GetValueOrDefault(chatId) - now;
            return TimeSpan.FromTicks(long.Max(0, long.Max(budget.Ticks, block.Ticks)));
        }
    }

    /// <summary>Notes what was written. A new message does not use up the edit: a quick answer need not wait for long.</summary>
    public void Wrote(long chatId, ChatWrite write)
    {
        DateTimeOffset now = clock.GetUtcNow();
        lock (_gate)
        {
            DateTimeOffset next = _nextEdit.GetValueOrDefault(chatId);
            DateTimeOffset charged = write == ChatWrite.NewMessage ? now + AfterNewMessage : Later(next, now) + BetweenEdits;
            _nextEdit[chatId] = Later(next, charged);
        }
    }

    public void Block(long chatId, TimeSpan pause)
    {
        lock (_gate)
        {
            _blockedUntil[chatId] = clock.GetUtcNow() + pause;
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
