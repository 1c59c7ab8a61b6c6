using TelegramHls.Core.Ids;
using TelegramHls.Core.Storing;

namespace TelegramHls.Storage.Cache;

/// <summary>Where the bytes of a part come from when they are not in the cache.</summary>
internal interface IPartSource
{
    /// <summary>Opens the part's bytes from <paramref name="offset"/> on, by the way that promises most.</summary>
    /// <param name="file">The stored file.</param>
    /// <param name="part">The part of it.</param>
    /// <param name="tried">What this download knows of the ways; each attempt takes another one while there is one.</param>
    /// <param name="wanted">Completes when somebody waits for the bytes; until then others go first.</param>
    /// <param name="offset">First byte wanted, counted from the start of the part.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="IOException">No way leads to the bytes now.</exception>
    Task<OpenedPart> OpenAsync(
        StoredFileId file, StoredPart part, WaysTried tried, Task wanted, int offset, CancellationToken cancellationToken);
}
