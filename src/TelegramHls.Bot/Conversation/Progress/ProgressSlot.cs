using TelegramHls.Bot.Conversation.Wording;
using TelegramHls.Bot.Ingest;
using TelegramHls.Core.Ids;

namespace TelegramHls.Bot.Conversation.Progress;

/// <summary>The one message about a video: what it says now and what it shall say. Guarded by its owner's lock.</summary>
internal sealed class ProgressSlot(VideoId video)
{
    private readonly List<TaskCompletionSource> _waiters = [];

    public VideoId Video => video;

    /// <summary>The latest thing to say; null when everything is said.</summary>
    public VideoStatus? Pending { get; private set; }

    /// <summary>The chat, once the row was read; 0 before.</summary>
    public long ChatId { get; set; }

    public int? MessageId { get; set; }

    public MessageContent? Said { get; set; }

    /// <summary>Replaces what is to be said; after a final word nothing but a newer final word counts.</summary>
    public void Say(VideoStatus status, TaskCompletionSource? waiter)
    {
        if (Pending is not { IsFinal: true } || status.IsFinal)
        {
            ChatMetrics.Waiting.Add(Pending is null ? 1 : 0);
            Pending = status;
        }

        if (waiter is not null)
        {
            _waiters.Add(waiter);
        }
    }

    /// <summary>Notes that <paramref name="status"/> was said, or cannot be.</summary>
    public void Done(VideoStatus status)
    {
        if (!ReferenceEquals(Pending, status))
        {
            return;
        }

        Pending = null;
        ChatMetrics.Waiting.Add(-1);
        foreach (TaskCompletionSource waiter in _waiters)
        {
            waiter.TrySetResult();
        }

        _waiters.Clear();
    }
}
