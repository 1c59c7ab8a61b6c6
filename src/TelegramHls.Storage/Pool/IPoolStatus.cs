namespace TelegramHls.Storage.Pool;

/// <summary>How the pool fares, for readiness and people.</summary>
public interface IPoolStatus
{
    /// <summary>Each bot of the pool as it is now, in the order of the configuration.</summary>
    IReadOnlyList<BotStatus> Bots { get; }

    /// <summary>True while at least one bot is not out.</summary>
    bool CanStore { get; }

    /// <summary>Asks Telegram once for each bot whether its token is good and whether it may post to its chat.</summary>
    Task CheckAsync(CancellationToken cancellationToken);
}
