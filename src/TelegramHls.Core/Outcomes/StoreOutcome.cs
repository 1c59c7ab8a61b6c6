using TelegramHls.Core.Storing;

namespace TelegramHls.Core.Outcomes;

/// <summary>What became of one attempt to store a part.</summary>
public abstract record StoreOutcome
{
    private StoreOutcome()
    {
    }

    /// <summary>Calls the one function that fits this outcome.</summary>
    public T Match<T>(
        Func<Stored, T> stored, Func<Throttled, T> throttled, Func<Rejected, T> rejected, Func<Unknown, T> unknown) =>
        this switch
        {
            Stored outcome => stored(outcome),
            Throttled outcome => throttled(outcome),
            Rejected outcome => rejected(outcome),
            Unknown outcome => unknown(outcome),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>The part is in the channel.</summary>
    public sealed record Stored(Replica Replica) : StoreOutcome;

    /// <summary>The bot must not send to this chat before <paramref name="Until"/>; nothing was stored.</summary>
    public sealed record Throttled(DateTimeOffset Until) : StoreOutcome;

    /// <summary>Telegram refused; nothing was stored.</summary>
    /// <param name="Reason">Telegram's words.</param>
    /// <param name="Fault">Who is at fault: decides whether the bot, the chat or the part is given up.</param>
    public sealed record Rejected(string Reason, RejectionFault Fault) : StoreOutcome;

    /// <summary>The answer was lost: the part may be in the channel or not. Sending it again is allowed.</summary>
    public sealed record Unknown(string Reason) : StoreOutcome;
}
