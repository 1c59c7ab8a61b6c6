namespace TelegramHls.Storage.Cache;

/// <summary>A part's bytes on their way, not verified.</summary>
/// <param name="Bytes">They begin at the wanted offset.</param>
/// <param name="Place">The place in the line that they take up; null for none.</param>
internal sealed record OpenedPart(Stream Bytes, IDisposable? Place) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        try
        {
            await Bytes.DisposeAsync();
        }
        finally
        {
            Place?.Dispose();
        }
    }
}
