using TelegramHls.Core.Ids;

namespace TelegramHls.Storage.Cache.Shelves;

/// <summary>
/// Which files of a local server hold parts, so that the next reader neither asks the server nor checks a block again while
/// the file is the same one. Not safe for several threads: the cache's lock guards it.
/// </summary>
internal sealed class ServerShelf
{
    /// <summary>Files remembered, the last used ones: 64 GiB in parts of 16 MiB, about 2 MB of memory.</summary>
    public const int Most = 4096;

    private readonly LinkedList<Item> _byUse = new();
    private readonly Dictionary<string, LinkedListNode<Item>> _items = new(StringComparer.Ordinal);

    /// <summary>The part was read there until now; <paramref name="known"/> is what was learnt of its blocks.</summary>
    public void Remember(string name, ServerFile file, BlockMap known)
    {
        Forget(name);
        _items[name] = _byUse.AddLast(new Item(name, file.Path, file.WrittenAt, known));
        if (_items.Count > Most)
        {
            Forget(_byUse.First!.Value.Name);
        }
    }

    /// <summary>The part's file and what is known of its blocks, when it still lies there as it was; else null.</summary>
    public ServerFile? Find(string name, out BlockMap? known)
    {
        known = null;
        if (!_items.TryGetValue(name, out LinkedListNode<Item>? node))
        {
            return null;
        }

        ServerFile? file = TryOpen(node.Value.Path);
        if (file?.WrittenAt == node.Value.WrittenAt)
        {
            known = node.Value.Known;
            return file;
        }

        file?.Dispose();
        Forget(name);
        return null;
    }

    /// <summary>Forgets the files of a stored file.</summary>
    public void Remove(StoredFileId file)
    {
        string prefix = file + "/";
        foreach (string name in _items.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).ToList())
        {
            Forget(name);
        }
    }

    private static ServerFile? TryOpen(string path)
    {
        try
        {
            return new ServerFile(new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It was purged: the server is asked, as for a part that was never read.
            return null;
        }
    }

    private void Forget(string name)
    {
        if (_items.Remove(name, out LinkedListNode<Item>? node))
        {
            _byUse.Remove(node);
        }
    }

    private sealed record Item(string Name, string Path, DateTime WrittenAt, BlockMap Known);
}
