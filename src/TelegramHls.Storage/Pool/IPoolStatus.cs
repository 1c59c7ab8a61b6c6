namespace TelegramHls.Storage.Pool;

/// <summary>How the pool fares, for readiness and people.</summary>
public interface IPoolStatus
{
    /// <summary>Each bot of the pool as it is now, in the order of the configuration.</summary>
    IReadOnlyList<BotStatus> Bots { get; }

    /// <summary>True while at least one bot is not out.</summary>
    bool CanStore { get; }

    /// <summary>Since when parts wait and no bot can take one (out, resting or told to wait); null while nothing is stopped.</summary>
    DateTimeOffset? StoppedSince { get; }

    /// <summary>
    /// Asks Telegram once for each bot whether its token is good and whether it may post to its chat. True when at least one may
    /// and was not told to wait.
    /// </summary>
    Task<bool> CheckAsync(CancellationToken cancellationToken);
}
