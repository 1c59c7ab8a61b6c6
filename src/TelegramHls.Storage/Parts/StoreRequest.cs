using TelegramHls.Core.Ids;

namespace TelegramHls.Storage.Parts;

/// <summary>Which stored file is to be written, and how.</summary>
/// <param name="File">The stored file; parts of it that are committed already are kept where their bytes come again.</param>
/// <param name="Video">The video that it is made for.</param>
/// <param name="Sizes">The frozen rule of part lengths.</param>
public sealed record StoreRequest(StoredFileId File, VideoId Video, PartSizes Sizes)
{
    /// <summary>
    /// Hears of each part when it is cut, in order, before it is stored or found stored: offset behind its last byte, and its
    /// SHA-256, 64 lower-case hex digits.
    /// </summary>
    public Func<long, string, CancellationToken, Task>? WhenCut { get; init; }

    /// <summary>
    /// Runs before the row of a part is committed, with the offset at which the part ends: what describes these bytes must be
    /// durable first. Parts come side by side and out of order; an exception fails the writer.
    /// </summary>
    public Func<long, CancellationToken, Task>? BeforeCommit { get; init; }

    /// <summary>Hears after each committed part.</summary>
    public IProgress<StoreProgress>? Progress { get; init; }
}
