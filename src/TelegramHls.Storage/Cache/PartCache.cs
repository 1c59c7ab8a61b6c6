using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Win32.SafeHandles;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Storing;
using TelegramHls.Storage.Cache.Shelves;

namespace TelegramHls.Storage.Cache;

/// <summary>
/// Parts on disk, dropped least recently used first. A part that somebody reads is never dropped. What an earlier run
/// of the program left behind is kept, but each block must hash right before it is used again.
/// </summary>
public sealed class PartCache
{
    private readonly Lock _gate = new();
    private readonly CacheShelf _shelf;
    private readonly ServerShelf _serverShelf = new();
    private readonly Dictionary<string, CachedPart> _open = new(StringComparer.Ordinal);
    private readonly PartDownloader _downloader;
    private readonly ILogger<PartCache> _logger;
    private readonly long _maxBytes;
    private long _openBytes;

    internal PartCache(
        StorageDirectories directories,
        IOptions<CacheOptions> options,
        PartDownloader downloader,
        TimeProvider time,
        ILogger<PartCache> logger)
    {
        _shelf = new CacheShelf(directories.Cache, time);
        _downloader = downloader;
        _logger = logger;
        _maxBytes = options.Value.MaxBytes;
        Trim();
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

    /// <summary>True when what is read now fills half of the budget: then nothing is fetched ahead.</summary>
    internal bool IsCrowded
    {
        get
        {
            lock (_gate)
            {
                return _openBytes > _maxBytes / 2;
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
            return _shelf.Trim(0, _open.ContainsKey, _ => { });
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

    private SafeFileHandle MakeFile(string name, CachedPart part)
    {
        lock (_gate)
        {
            if (!IsOpen(name, part))
            {
                // Its stored file was deleted meanwhile.
                return _shelf.MakeUnlisted(part.Part.Length);
            }

            SafeFileHandle made = _shelf.Make(name, part.Part.Length);
            Trim();
            return made;
        }
    }

    private bool IsOpen(string name, CachedPart part) =>
        _open.TryGetValue(name, out CachedPart? open) && ReferenceEquals(open, part);

    private void Closed(string name, CachedPart part)
    {
        lock (_gate)
        {
            _openBytes -= part.Part.Length;
            if (IsOpen(name, part))
            {
                _open.Remove(name);
                _shelf.Touch(name, part.Blocks);
                if (part.Server is { } server)
                {
                    _serverShelf.Remember(name, server, part.Blocks);
                }

                Trim();
            }
        }
    }

    private void Trim()
    {
        lock (_gate)
        {
            _shelf.Trim(_maxBytes, _open.ContainsKey, path => _logger.Evicted(_shelf.Bytes, path));
        }
    }
}
