namespace TelegramHls.Storage.Scrub;

/// <summary>How a message compares with the row that names it.</summary>
public enum MessageState
{
    /// <summary>The document stands there with its name and length.</summary>
    Good,

    /// <summary>There is no such message.</summary>
    Missing,

    /// <summary>The message holds something else: another document, an emptied one, none.</summary>
    Wrong,

    /// <summary>No bot of the pool can see the channel.</summary>
    OutOfSight,

    /// <summary>There was no answer to go by.</summary>
    NotLookedAt,
}
