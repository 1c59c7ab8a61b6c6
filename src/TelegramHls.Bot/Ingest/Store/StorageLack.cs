using TelegramHls.Storage.Pool;
using TelegramHls.Storage.Pool.Status;

namespace TelegramHls.Bot.Ingest.Store;

/// <summary>Tells faults of a step from an outage of the storage, which ends by itself.</summary>
internal sealed class StorageLack(IPoolStatus pool)
{
    /// <summary>What is said of a film while no bot can take anything.</summary>
    public VideoStatus Status
    {
        get
        {
            IReadOnlyList<BotStatus> bots = pool.Look().Bots;
            return new VideoStatus.WaitingForStorage(bots.Count, bots.All(bot => bot.State == BotState.Out));
        }
    }

    /// <summary>
    /// In words what an attempt lacked that ended with <paramref name="cause"/>; null when storage is well. Whatever fails while no
    /// bot can be used (fetching from the same server, say) is put down to that.
    /// </summary>
    public async Task<string?> FindAsync(Exception cause, CancellationToken cancellationToken) =>
        cause is StorageUnavailableException || !await pool.CheckAsync(cancellationToken)
            ? $"Waiting for storage: {cause.Message}"
            : null;
}
