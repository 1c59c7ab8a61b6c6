using System.Collections.Immutable;
using TelegramHls.Core.Ids;

namespace TelegramHls.Core.Storing;

/// <summary>An ordered list of parts with a length and, once complete, a SHA-256.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Video">The video that it was made for; part names carry it.</param>
/// <param name="Version">Starts at 1; grows when parts were dropped and stored anew. Part of every ETag and playlist URI.</param>
/// <param name="Sha256">SHA-256 of all bytes, 64 lower-case hex digits; null until complete.</param>
/// <param name="Parts">The committed parts, from index 0 on without a hole.</param>
public sealed record StoredFile(
    StoredFileId Id, VideoId Video, int Version, string? Sha256, ImmutableArray<StoredPart> Parts)
{
    /// <summary>Bytes in all committed parts.</summary>
    public long Length => Parts.IsEmpty ? 0 : Parts[^1].Offset + Parts[^1].Length;

    /// <summary>Index of the part that holds the byte at <paramref name="position"/>; behind the end, of the last one.</summary>
    public int IndexOf(long position)
    {
        int low = 0;
        int high = Parts.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = Parts[middle].Offset <= position ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    /// <summary>True once every part is committed and the whole was hashed.</summary>
    public bool IsComplete => Sha256 is not null;
}
