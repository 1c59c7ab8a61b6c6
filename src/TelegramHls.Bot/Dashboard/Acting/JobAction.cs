namespace TelegramHls.Bot.Dashboard.Acting;

/// <summary>What an operator can do with jobs.</summary>
public enum JobAction
{
    /// <summary>Let it begin again at the step at which it stands, or at a named one.</summary>
    Retry,

    /// <summary>Stop it; nothing of an unfinished film is kept.</summary>
    Cancel,

    /// <summary>Remove it with its history.</summary>
    Delete,

    /// <summary>Let it go before others.</summary>
    Raise,

    /// <summary>Let others go before it.</summary>
    Lower,
}
