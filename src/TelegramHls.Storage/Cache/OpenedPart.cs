namespace TelegramHls.Storage.Cache;

/// <summary>A part's bytes on their way, not verified.</summary>
/// <param name="Bytes">They begin at the wanted offset; a file where a local server keeps them, to be read in place.</param>
/// <param name="Place">The place in the line that they take up; null for none.</param>
internal sealed record OpenedPart(Stream Bytes, IDisposable? Place) : IAsyncDisposable
{
    /// <summary>True when somebody else goes on reading the bytes and ends that himself.</summary>
    public bool IsKept { get; set; }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (!IsKept)
            {
                await Bytes.DisposeAsync();
            }
        }
        finally
        {
            Place?.Dispose();
        }
    }
}
