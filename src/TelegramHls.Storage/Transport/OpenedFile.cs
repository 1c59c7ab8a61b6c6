namespace TelegramHls.Storage.Transport;

/// <summary>A file of Telegram that is being read.</summary>
/// <param name="Bytes">Its bytes from the wanted offset on; disposing it ends the request.</param>
/// <param name="Length">Bytes of the whole file; null when the server does not say.</param>
/// <param name="LocalPath">Where a local server keeps it, readable in place; null on the cloud. It holds the token: never log it.</param>
public sealed record OpenedFile(Stream Bytes, long? Length, string? LocalPath) : IAsyncDisposable
{
    /// <inheritdoc />
    public ValueTask DisposeAsync() => Bytes.DisposeAsync();

    /// <summary>Leaves the path out: it holds the bot's token.</summary>
    public override string ToString() => $"{Length} bytes";
}
