namespace TelegramHls.Bot.Hosting;

/// <summary>The layout of the data directory. One process at a time works in it.</summary>
public sealed class DataDirectory : IDisposable
{
    // Below it the database cannot even write its journal.
    private const long LeastFree = 16L * 1024 * 1024;

    private readonly FileStream _lock;

    private DataDirectory(string root, FileStream @lock)
    {
        Root = root;
        _lock = @lock;
    }

    /// <summary>Absolute path of the directory itself.</summary>
    public string Root { get; }

    /// <summary>The SQLite file of the catalogue and of the job queue.</summary>
    public string Database => DatabaseIn(Root);

    /// <summary>Sources, parts and journals of the videos in work.</summary>
    public string Spool => Below("spool");

    /// <summary>Parts read back from Telegram.</summary>
    public string Cache => Below("cache");

    /// <summary>Index and header files of ready videos: outside the cache's eviction.</summary>
    public string Index => Below("index");

    /// <summary>Posters and whatever else films have beside stream and index: outside the cache's eviction.</summary>
    public string Companions => Below("companions");

    /// <summary>Keys that sign what browsers keep for us.</summary>
    public string Keys => Below("keys");

    /// <summary>Copies of the database.</summary>
    public string Backups => Below("backups");

    /// <summary>State of the sandbox.</summary>
    public string Sandbox => Below("sandbox");

    /// <summary>Makes the directory (for this user alone) and locks it.</summary>
    /// <param name="path">Where it is, relative to the current directory.</param>
    /// <param name="freeBytes">Tells the free bytes of a directory's disk; null asks the system.</param>
    /// <exception cref="SettingsException">It cannot be made or written, or another process works in it.</exception>
    /// <exception cref="DiskFullException">There is no room to work in.</exception>
    public static DataDirectory Open(string path, Func<string, long>? freeBytes = null)
    {
        string root = Path.GetFullPath(path);
        try
        {
            MakePrivate(root);
            long free = (freeBytes ?? FreeBytesOf)(root);
            var file = new FileStream(
                Path.Combine(root, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            if (free < LeastFree)
            {
                file.Dispose();
                throw new DiskFullException($"The disk of the data directory {root} has {free} bytes free.");
            }

            return new DataDirectory(root, file);
        }
        catch (IOException error) when (DiskFullException.Means(error))
        {
            throw new DiskFullException($"The disk of the data directory {root} is full ({error.Message}).");
        }
        catch (IOException error) when (File.Exists(Path.Combine(root, "lock")))
        {
            throw new SettingsException(
                $"Another telegramhls works in {root}{(IsInUse(root) ? string.Empty : $" ({error.Message.TrimEnd('.')})")}.",
                "stop it first, or set Data__Directory to another directory");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException(
                $"The data directory {root} cannot be used: {error.Message}",
                "set Data__Directory to a directory that this user may write");
        }
    }

    /// <summary>Where <see cref="Database"/> is in a data directory that is not opened.</summary>
    public static string DatabaseIn(string path) => Path.Combine(path, "telegramhls.db");

    /// <summary>True while a process works in that directory; asks without taking the directory or making anything.</summary>
    public static bool IsInUse(string path)
    {
        try
        {
            using FileStream look = File.Open(
                Path.Combine(Path.GetFullPath(path), "lock"), FileMode.Open, FileAccess.Read, FileShare.Read);
            return false;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <summary>Free bytes on the disk of the data directory.</summary>
    public long FreeBytes() => FreeBytesOf(Root);

    /// <summary>Bytes that the disk of the data directory has in all.</summary>
    public long TotalBytes() => new DriveInfo(Root).TotalSize;

    /// <summary>Bytes in that directory of the spool.</summary>
    /// <param name="name">The video's id.</param>
    public long SpooledBytes(string name)
    {
        var spooled = new DirectoryInfo(Path.Combine(Spool, name));
        return spooled.Exists ? spooled.EnumerateFiles().Sum(file => file.Exists ? file.Length : 0) : 0;
    }

    /// <inheritdoc />
    public void Dispose() => _lock.Dispose();

    private static long FreeBytesOf(string path) => new DriveInfo(path).AvailableFreeSpace;

    private static string MakePrivate(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path).FullName
        : Directory.CreateDirectory(
            path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;

    private string Below(string name) => MakePrivate(Path.Combine(Root, name));
}
