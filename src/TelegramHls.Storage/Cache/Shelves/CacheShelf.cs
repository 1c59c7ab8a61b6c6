using System.Globalization;
using Microsoft.Win32.SafeHandles;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Storing;

namespace TelegramHls.Storage.Cache.Shelves;

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

    /// <summary>The part's file, when it is there whole, and what is known of its blocks.</summary>
    public SafeFileHandle? Find(string name, int length, out BlockMap? known)
    {
        known = null;
        if (!_items.TryGetValue(name, out LinkedListNode<Item>? node))
        {
            return null;
        }

        Drop(node);
        string path = PathOf(name);
        if (!File.Exists(path) || new FileInfo(path).Length != length)
        {
            return null;
        }

        // Somebody else wrote into the file: nothing is known of its bytes any more.
        known = node.Value.WrittenAt == WrittenAt(name) ? node.Value.Known : null;
        Add(name, length);
        return Open(path, length);
    }

    /// <summary>Makes the part's file and room in the books for it.</summary>
    public SafeFileHandle Make(string name, int length)
    {
        Add(name, length);
        return Open(PathOf(name), length);
    }

    /// <summary>
    /// The part was used until now; <paramref name="known"/> is what was learnt of its blocks, as they were written at
    /// <paramref name="writtenAt"/>.
    /// </summary>
    public void Touch(string name, BlockMap known, DateTime writtenAt)
    {
        if (_items.TryGetValue(name, out LinkedListNode<Item>? node))
        {
            node.Value.Known = known;
            _byUse.Remove(node);
            _byUse.AddLast(node);
            File.SetLastAccessTimeUtc(PathOf(name), _time.GetUtcNow().UtcDateTime);
            node.Value.WrittenAt = writtenAt;
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
                DeleteFile(PathOf(node.Value.Name));
                dropped(node.Value.Name);
            }

            node = next;
        }

        return before - Bytes;
    }

    /// <summary>Deletes the files of a stored file.</summary>
    public void Remove(StoredFileId file)
    {
        string prefix = file + "/";
        foreach (string name in _items.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).ToList())
        {
            Drop(_items[name]);
        }

        string directory = Path.Combine(_directory, file.Value);
        if (Directory.Exists(directory))
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private DateTime WrittenAt(string name) => File.GetLastWriteTimeUtc(PathOf(name));

    private string PathOf(string name) => Path.Combine(_directory, name);

    private static SafeFileHandle Open(string path, int length)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        SafeFileHandle handle = File.OpenHandle(
            path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        File.SetUnixFileMode(handle, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        RandomAccess.SetLength(handle, length);
        return handle;
    }

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
