namespace Telegram.Bot.Polling;

/// <summary>Where a fault came from.</summary>
public enum HandleErrorSource
{
    /// <summary>A poll failed.</summary>
    PollingError,

    /// <summary>Polling in the background has ended.</summary>
    FatalError,

    /// <summary>The handler of an update threw.</summary>
    HandleUpdateError,
}
