using System.Globalization;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Storing;

namespace TelegramHls.Storage.Cache;

/// <summary>The files of the cache in the order of their last use. Not safe for several threads: the cache's lock guards it.</summary>
internal sealed class CacheShelf
{
    private readonly string _directory;
    private readonly TimeProvider _time;
    private readonly LinkedList<Item> _byUse = new();
    private readonly Dictionary<string, LinkedListNode<Item>> _items = new(StringComparer.Ordinal);

    public CacheShelf(string directory, TimeProvider time)
    {
        _directory = directory;
        _time = time;
        Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        // The time of last access is set by Touch, so the order of use survives a restart.
        IEnumerable<FileInfo> files = new DirectoryInfo(directory).EnumerateFiles("*", SearchOption.AllDirectories);
        foreach (FileInfo file in files.OrderBy(file => file.LastAccessTimeUtc))
        {
            Add(Path.GetRelativePath(directory, file.FullName), (int)Math.Min(file.Length, int.MaxValue));
        }
    }

    public long Bytes { get; private set; }

    public int Count => _items.Count;

    /// <summary>A file's name holds the head of its hash: a part that was stored anew is another file.</summary>
    public static string NameOf(StoredFileId file, StoredPart part) =>
        string.Create(CultureInfo.InvariantCulture, $"{file}/{part.Index:D5}.{part.Hashes.Sha256[..16]}");

    /// <summary>Makes room in the books for the part and returns its path.</summary>
    public string Take(string name, int length, out BlockMap? known)
    {
        known = null;
        if (_items.TryGetValue(name, out LinkedListNode<Item>? node))
        {
            // Somebody else wrote into the file: nothing is known of its bytes any more.
            known = node.Value.WrittenAt == WrittenAt(name) ? node.Value.Known : null;
            Drop(node);
        }

        Add(name, length);
        string path = Path.Combine(_directory, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    /// <summary>The part was used until now; <paramref name="known"/> is what was learnt of its blocks.</summary>
    public void Touch(string name, BlockMap known)
    {
        if (_items.TryGetValue(name, out LinkedListNode<Item>? node))
        {
            node.Value.Known = known;
            _byUse.Remove(node);
            _byUse.AddLast(node);
            File.SetLastAccessTimeUtc(Path.Combine(_directory, name), _time.GetUtcNow().UtcDateTime);
            node.Value.WrittenAt = WrittenAt(name);
        }
    }

    /// <summary>Deletes the oldest files that are not <paramref name="inUse"/> until the rest fits. Returns the bytes freed.</summary>
    public long Trim(long maxBytes, Func<string, bool> inUse, Action<string> dropped)
    {
        long before = Bytes;
        LinkedListNode<Item>? node = _byUse.First;
        while (node is not null && Bytes > maxBytes)
        {
            LinkedListNode<Item>? next = node.Next;
            if (!inUse(node.Value.Name))
            {
                Drop(node);
                DeleteFile(Path.Combine(_directory, node.Value.Name));
                dropped(node.Value.Name);
            }

            node = next;
        }

        return before - Bytes;
    }

    /// <summary>Deletes the files of a stored file; returns their names.</summary>
    public IReadOnlyList<string> Remove(StoredFileId file)
    {
        string prefix = file + "/";
        List<string> names = [.. _items.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal))];
        foreach (string name in names)
        {
            Drop(_items[name]);
        }

        string directory = Path.Combine(_directory, file.Value);
        if (Directory.Exists(directory))
        {
            Directory.Delete(directory, recursive: true);
        }

        return names;
    }

    private DateTime WrittenAt(string name) => File.GetLastWriteTimeUtc(Path.Combine(_directory, name));

    private static void DeleteFile(string path)
    {
        File.Delete(path);
        string directory = Path.GetDirectoryName(path)!;
        if (!Directory.EnumerateFileSystemEntries(directory).Any())
        {
            Directory.Delete(directory);
        }
    }

    private void Add(string name, int length)
    {
        _items[name] = _byUse.AddLast(new Item(name, length));
        Bytes += length;
    }

    private void Drop(LinkedListNode<Item> node)
    {
        _byUse.Remove(node);
        _items.Remove(node.Value.Name);
        Bytes -= node.Value.Length;
    }

    private sealed class Item(string name, int length)
    {
        public string Name => name;

        public int Length => length;

        public BlockMap? Known { get; set; }

        public DateTime WrittenAt { get; set; }
    }
}
