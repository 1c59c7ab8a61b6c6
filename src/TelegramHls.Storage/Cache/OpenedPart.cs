namespace TelegramHls.Storage.Cache;

/// <summary>A part's bytes on their way, not verified.</summary>
/// <param name="Bytes">They begin at the wanted offset; a file where a local server keeps them, to be read in place.</param>
/// <param name="Place">The place in the line that they take up; null for none.</param>
internal sealed record OpenedPart(Stream Bytes, ILanePlace? Place) : IAsyncDisposable
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

/// <summary>A place among the downloads of one bot; disposing it gives it back.</summary>
internal interface ILanePlace : IDisposable
{
    /// <summary>True when the place should be given up, to queue for another one, since others need it more.</summary>
    /// <param name="isWanted">Somebody waits for this download.</param>
    /// <param name="blocks">How many blocks it brought since it got the place.</param>
    bool MustYield(bool isWanted, int blocks);
}
