namespace TelegramHls.Storage.Pool.Status;

/// <summary>How the pool fares, for readiness and people.</summary>
public interface IPoolStatus
{
    /// <summary>All bots and channels as they are at this moment. Asks nobody.</summary>
    PoolSnapshot Look();

    /// <summary>
    /// Asks Telegram once for each bot whether its token is good and whether it may post to its chat. True when at least one may
    /// and was not told to wait.
    /// </summary>
    Task<bool> CheckAsync(CancellationToken cancellationToken);
}
