using TelegramHls.Sandbox.Http;

namespace TelegramHls.Sandbox.Updates;

/// <summary>What is known of a bot's polls.</summary>
internal sealed class PollState
{
    public WaitingPoll? Current { get; set; }

    public long? LastOffset { get; set; }

    public DateTimeOffset LastStart { get; set; } = DateTimeOffset.MinValue;

    public DateTimeOffset LastConflict { get; set; } = DateTimeOffset.MinValue;
}

/// <summary>A call that waits for updates and may be ended from outside.</summary>
internal sealed class WaitingPoll(CancellationTokenSource poll)
{
    public ApiFaultException? Fault { get; private set; }

    public TimeSpan Delay { get; private set; }

    public void End(ApiFaultException fault, TimeSpan delay)
    {
        (Fault, Delay) = (fault, delay);
        try
        {
            poll.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It had just ended by itself.
        }
    }
}
