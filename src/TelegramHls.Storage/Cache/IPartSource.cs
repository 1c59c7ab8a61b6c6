using TelegramHls.Core.Ids;
using TelegramHls.Core.Storing;

namespace TelegramHls.Storage.Cache;

/// <summary>Where the bytes of a part come from when they are not in the cache.</summary>
internal interface IPartSource
{
    /// <summary>Opens the part's bytes from <paramref name="offset"/> on; they are not verified.</summary>
    /// <param name="file">The stored file.</param>
    /// <param name="part">The part of it.</param>
    /// <param name="attempt">Failures since the last good block: each attempt takes another way than the one before.</param>
    /// <param name="offset">First byte wanted, counted from the start of the part.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="IOException">This way does not lead to the bytes now.</exception>
    Task<Stream> OpenAsync(
        StoredFileId file, StoredPart part, int attempt, int offset, CancellationToken cancellationToken);
}
