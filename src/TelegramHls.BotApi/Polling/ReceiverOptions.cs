namespace Telegram.Bot.Polling;

/// <summary>What to poll for.</summary>
public sealed class ReceiverOptions
{
    /// <summary>First update to get; null: the oldest that is not confirmed.</summary>
    public int? Offset { get; set; }

    /// <summary>Kinds to get; empty: all but the few that need asking for; null: as before.</summary>
    public UpdateType[]? AllowedUpdates { get; set; }

    /// <summary>Most updates of one poll, 1 to 100; null is 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1 or more than 100.</exception>
    public int? Limit
    {
        get;
        set => field = value is null or (>= 1 and <= 100)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Limit is 1 to 100");
    } = 100;

    /// <summary>Forget what waits, and begin with what comes.</summary>
    public bool DropPendingUpdates { get; set; }
}
