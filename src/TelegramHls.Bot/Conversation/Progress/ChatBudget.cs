namespace TelegramHls.Bot.Conversation.Progress;

/// <summary>
/// When each chat may be written to next: one edit in four seconds, a second after a new message, and never before
/// Telegram allows it.
/// </summary>
internal sealed class ChatBudget(TimeProvider clock)
{
    private static readonly TimeSpan BetweenEdits = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan AfterNewMessage = TimeSpan.FromSeconds(1);

    private readonly Dictionary<long, DateTimeOffset> _nextEdit = [];
    private readonly Dictionary<long, DateTimeOffset> _blockedUntil = [];

    /// <summary>How long the chat still has to wait; zero when it may be written to now.</summary>
    /// <param name="chatId">The chat.</param>
    /// <param name="isFirstMessage">A new message does not count against the edits.</param>
    public TimeSpan Wait(long chatId, bool isFirstMessage)
    {
        DateTimeOffset due = _blockedUntil.GetValueOrDefault(chatId);
        if (!isFirstMessage && _nextEdit.GetValueOrDefault(chatId) is var next && next > due)
        {
            due = next;
        }

        TimeSpan wait = due - clock.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    /// <summary>Notes what was written. A new message does not use up the edit: a quick answer need not wait for long.</summary>
    public void Wrote(long chatId, bool wasNewMessage)
    {
        DateTimeOffset next = clock.GetUtcNow() + (wasNewMessage ? AfterNewMessage : BetweenEdits);
        if (next > _nextEdit.GetValueOrDefault(chatId))
        {
            _nextEdit[chatId] = next;
        }
    }

    public void Block(long chatId, TimeSpan pause) => _blockedUntil[chatId] = clock.GetUtcNow() + pause;
}
