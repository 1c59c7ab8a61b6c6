using TelegramHls.Core.Ids;
using TelegramHls.Core.Ropes;

namespace TelegramHls.Storage.Reading;

/// <summary>The only way in which bytes of stored files leave.</summary>
public interface IRopeReader
{
    /// <summary>
    /// Opens a rope. Nothing is fetched before the first read, and no read waits longer than <paramref name="patience"/>
    /// says; the caller disposes the stream.
    /// </summary>
    RopeStream Open(Rope rope, Patience patience);

    /// <summary>Opens the committed bytes of a stored file for somebody who is not a player; the caller disposes the stream.</summary>
    /// <exception cref="FileNotFoundException">There is no stored file of that id.</exception>
    Task<PartStream> OpenAsync(StoredFileId file, CancellationToken cancellationToken);

    /// <summary>Forgets what is known of a stored file that was deleted and drops its parts from the cache.</summary>
    void Forget(StoredFileId file);
}
