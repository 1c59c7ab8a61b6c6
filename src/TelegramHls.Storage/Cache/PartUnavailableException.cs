using TelegramHls.Core.Ids;

namespace TelegramHls.Storage.Cache;

/// <summary>No way leads to the bytes of a part at present. Trying again later may help.</summary>
public sealed class PartUnavailableException : IOException
{
    /// <summary>Names the part; <paramref name="inner"/> is what the last attempt met.</summary>
    public PartUnavailableException(StoredFileId file, int partIndex, Exception inner, TimeSpan? retryAfter = null)
        : base($"Part {partIndex} of {file} cannot be read at present: {inner.Message}", inner)
    {
        StoredFile = file;
        PartIndex = partIndex;
        RetryAfter = retryAfter;
    }

    /// <summary>The stored file.</summary>
    public StoredFileId StoredFile { get; }

    /// <summary>The part's place in it, from 0.</summary>
    public int PartIndex { get; }

    /// <summary>How long Telegram asks to wait; null when it does not.</summary>
    public TimeSpan? RetryAfter { get; }
}
