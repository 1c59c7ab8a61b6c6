using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Win32.SafeHandles;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Storing;
using TelegramHls.Storage.Cache.Shelves;

namespace TelegramHls.Storage.Cache;

/// <summary>
/// Parts on disk, dropped least recently used first, within a budget and above the floor of free disk: room is made before a part
/// is written. A part that somebody reads is never dropped; where that leaves no room, bytes pass through memory to their readers.
/// What an earlier run of the program left behind is kept, but each block must hash right before it is used again.
/// </summary>
public sealed class PartCache
{
    // Parts that pass at once, 2 MiB each. Who wants a further one waits and is told to come back.
    private const int MostPassing = 32;

    private readonly Lock _gate = new();
    private readonly HashSet<CachedPart> _passing = [];
    private readonly CacheShelf _shelf;
    private readonly ServerShelf _serverShelf = new();
    private readonly Dictionary<string, CachedPart> _open = new(StringComparer.Ordinal);
    private readonly PartDownloader _downloader;
    private readonly ILogger<PartCache> _logger;
    private readonly DiskRoom _disk;
    private readonly long _maxBytes;
    private long _openBytes;

    internal PartCache(
        StorageDirectories directories,
        DiskRoom disk,
        IOptions<CacheOptions> options,
        PartDownloader downloader,
        TimeProvider time,
        ILogger<PartCache> logger)
    {
        _shelf = new CacheShelf(directories.Cache, time);
        _disk = disk;
        _downloader = downloader;
        _logger = logger;
        _maxBytes = options.Value.MaxBytes;
        Trim(_maxBytes);
    }

    /// <summary>Bytes of the parts in the cache, counted at their full length.</summary>
    public long Bytes
    {
        get
        {
            lock (_gate)
            {
                return _shelf.Bytes;
            }
        }
    }

    /// <summary>Number of parts in the cache.</summary>
    public int Parts
    {
        get
        {
            lock (_gate)
            {
                return _shelf.Count;
            }
        }
    }

    /// <summary>True when what is read now fills half of the budget, or finds no room: then nothing is fetched ahead.</summary>
    internal bool IsCrowded
    {
        get
        {
            lock (_gate)
            {
                return _openBytes > _maxBytes / 2 || _passing.Count > 0;
            }
        }
    }

    /// <summary>Drops all parts of the stored file. A reader who is at one reads on; its bytes go with the last reader.</summary>
    public void Remove(StoredFileId file)
    {
        lock (_gate)
        {
            _shelf.Remove(file);
            _serverShelf.Remove(file);
            foreach (string name in _open.Where(open => open.Value.File == file).Select(open => open.Key).ToList())
            {
                _open.Remove(name);
            }
        }
    }

    /// <summary>Drops every part that nobody reads. Returns the bytes that became free.</summary>
    public long Clear()
    {
        lock (_gate)
        {
            return Trim(0);
        }
    }

    /// <summary>
    /// Drops parts that nobody reads until the disk has so many bytes to spare above its floor; false when there are none left to
    /// drop and it has not.
    /// </summary>
    public bool TryFree(long bytes)
    {
        long spare;
        while ((spare = _disk.SpareBytes()) < bytes && GiveUp(bytes - spare) > 0)
        {
            // What was dropped may be less on the disk than in the books.
        }

        return spare >= bytes;
    }

    /// <summary>
    /// Drops parts that nobody reads, the least recently used first, until so many bytes are free or none is left. Returns the
    /// bytes that became free.
    /// </summary>
    internal long GiveUp(long bytes)
    {
        lock (_gate)
        {
            return Trim(Math.Max(0, _shelf.Bytes - bytes));
        }
    }

    internal PartLease Open(StoredFileId file, StoredPart part, bool isAhead)
    {
        string name = CacheShelf.NameOf(file, part);
        lock (_gate)
        {
            if (!_open.TryGetValue(name, out CachedPart? open) || !open.TryEnter(isAhead))
            {
                CachedPart fresh = Reopen(name, file, part);
                fresh.TryEnter(isAhead);
                _open[name] = open = fresh;
                _openBytes += part.Length;
            }

            return new PartLease(open, isAhead);
        }
    }

    private CachedPart Reopen(string name, StoredFileId file, StoredPart part)
    {
        SafeFileHandle? cached = _shelf.Find(name, part.Length, out BlockMap? known);
        ServerFile? server = _serverShelf.Find(name, out BlockMap? knownThere);
        BlockMap blocks = cached is null
            ? knownThere ?? new BlockMap(part, BlockState.Missing)
            : known ?? new BlockMap(part, BlockState.Unchecked);
        if (cached is null)
        {
            blocks.Forget(BlockState.Good);
        }

        if (server is null)
        {
            blocks.Forget(BlockState.GoodInPlace);
        }

        CachedPart fresh = null!;
        fresh = new CachedPart(
            file, part, cached, server, blocks, _downloader, () => MakeFile(name, fresh), () => Closed(name, fresh));
        return fresh;
    }

    /// <summary>The part's file; null when there is no room for it, or its stored file was deleted meanwhile.</summary>
    /// <exception cref="NoRoomException">Too many parts pass already.</exception>
    private SafeFileHandle? MakeFile(string name, CachedPart part)
    {
        lock (_gate)
        {
            if (IsOpen(name, part) && MakeRoom(part.Part.Length))
            {
                _passing.Remove(part);
                return _shelf.Make(name, part.Part.Length);
            }

            if (_passing.Count >= MostPassing && !_passing.Contains(part))
            {
                throw new NoRoomException();
            }

            _passing.Add(part);
            return null;
        }
    }

    private bool MakeRoom(int length)
    {
        Trim(_maxBytes - length);
        if (_shelf.Bytes + length > _maxBytes)
        {
            return false;
        }

        // Files grow block by block: what the open ones still lack is promised to them.
        long promised = _open.Values.Sum(part => part.BytesToCome);
        if (_disk.SpareBytes() - promised is var spare && spare < length)
        {
            Trim(Math.Max(0, _shelf.Bytes - (length - spare)));
        }

        return _disk.SpareBytes() - promised >= length;
    }

    private bool IsOpen(string name, CachedPart part) =>
        _open.TryGetValue(name, out CachedPart? open) && ReferenceEquals(open, part);

    private void Closed(string name, CachedPart part)
    {
        lock (_gate)
        {
            _openBytes -= part.Part.Length;
            _passing.Remove(part);
            if (IsOpen(name, part))
            {
                _open.Remove(name);
                _shelf.Touch(name, part.Blocks, part.WrittenAt);
                if (part.Server is { } server)
                {
                    _serverShelf.Remember(name, server, part.Blocks);
                }
            }
        }
    }

    private long Trim(long maxBytes) =>
        _shelf.Trim(maxBytes, _open.ContainsKey, path => _logger.Evicted(_shelf.Bytes, path));
}
