using Microsoft.Extensions.Options;
using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Wording;
using TelegramHls.Core.Ids;
using TelegramHls.Storage.Cache;
using TelegramHls.Storage.Pool;
using TelegramHls.Storage.Pool.Status;

namespace TelegramHls.Bot.Ingest.Admit;

/// <summary>
/// Shares the disk above its floor among the films in work: each is promised what it needs before a byte of it moves. The cache
/// makes room first.
/// </summary>
internal sealed class DiskSpace(
    DataDirectory directory,
    PartCache cache,
    IPoolStatus pool,
    IOptions<DataOptions> data,
    IOptions<TelegramOptions> telegram,
    IOptions<StorageOptions> storage)
{
    // Index, header, poster, journal: an hour of film makes less than 8 MB of them.
    private const long Beside = 16L * 1024 * 1024;

    // Parts beside those that the bots are sending: one cut, one waiting, one more than there are bots on its way.
    private const int PartsInHand = 3;

    private readonly Lock _gate = new();
    private readonly Dictionary<VideoId, long> _sources = [];

    /// <summary>How it stands, for the card of a film that waits.</summary>
    public VideoStatus.WaitingForDisk Status => new(directory.FreeBytes(), data.Value.MinFreeBytes);

    /// <summary>Bytes that a film needs beside its source.</summary>
    private long Handling => ((pool.Look().Bots.Count + PartsInHand) * (long)storage.Value.PartSize) + Beside;

    /// <summary>The refusal of a source that would not fit if nothing else lay on the disk; null when it would.</summary>
    public string? Refuse(long size)
    {
        long most = directory.TotalBytes() - data.Value.MinFreeBytes - Handling;
        return SourceOf(size) <= Math.Max(0, most) || most < 0
            ? null
            : $"This film is {Amount.Bytes(size)}, and the server's disk can hold {Amount.Bytes(most)} at a time.";
    }

    /// <summary>Promises the film its room; false when there is none, though the cache gave up what nobody reads.</summary>
    public bool TryReserve(VideoId video, long size)
    {
        lock (_gate)
        {
            long needed = SourceOf(size) + Handling + PromisedToOthers(video);
            if (!cache.TryFree(needed))
            {
                return false;
            }

            _sources[video] = SourceOf(size);
            return true;
        }
    }

    /// <summary>Counts a film that is in work already, as after a start of the program.</summary>
    public void Hold(VideoId video, long size)
    {
        lock (_gate)
        {
            _sources.TryAdd(video, SourceOf(size));
        }
    }

    /// <summary>Nothing of the film lies in the spool any more.</summary>
    public void Release(VideoId video)
    {
        lock (_gate)
        {
            _sources.Remove(video);
        }
    }

    /// <summary>A local server keeps the source on its own disk.</summary>
    private long SourceOf(long size) => telegram.Value.Local ? 0 : size;

    private long PromisedToOthers(VideoId video) => _sources.Where(held => held.Key != video)
        .Sum(held => Handling + Math.Max(0, held.Value - directory.SpooledBytes(held.Key.Value)));
}
