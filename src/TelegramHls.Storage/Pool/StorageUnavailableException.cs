namespace TelegramHls.Storage.Pool;

/// <summary>No bot of the pool could store anything for a while. Trying again later may help; nothing was lost.</summary>
public sealed class StorageUnavailableException : Exception
{
    /// <summary>Says what the bots met.</summary>
    public StorageUnavailableException(string message)
        : base(message)
    {
    }
}
