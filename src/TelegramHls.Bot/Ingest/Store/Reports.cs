namespace TelegramHls.Bot.Ingest.Store;

/// <summary>Hands reports on at once, on the thread that makes them, in their order.</summary>
internal sealed class Reports<T>(Action<T> take) : IProgress<T>
{
    public void Report(T value) => take(value);
}
