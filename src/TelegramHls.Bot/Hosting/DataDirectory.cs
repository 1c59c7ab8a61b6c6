namespace TelegramHls.Bot.Hosting;

/// <summary>The layout of the data directory. One process at a time works in it.</summary>
public sealed class DataDirectory : IDisposable
{
    private readonly FileStream _lock;

    private DataDirectory(string root, FileStream @lock)
    {
        Root = root;
        _lock = @lock;
    }

    /// <summary>Absolute path of the directory itself.</summary>
    public string Root { get; }

    /// <summary>The SQLite file of the catalogue and of the job queue.</summary>
    public string Database => Path.Combine(Root, "telegramhls.db");

    /// <summary>Sources, parts and journals of the videos in work.</summary>
    public string Spool => Below("spool");

    /// <summary>Parts read back from Telegram.</summary>
    public string Cache => Below("cache");

    /// <summary>Index and header files of ready videos: outside the cache's eviction.</summary>
    public string Index => Below("index");

    /// <summary>Keys that sign what browsers keep for us.</summary>
    public string Keys => Below("keys");

    /// <summary>State of the sandbox.</summary>
    public string Sandbox => Below("sandbox");

    /// <summary>Makes the directory (for this user alone) and locks it.</summary>
    /// <exception cref="SettingsException">It cannot be made or written, or another process works in it.</exception>
    public static DataDirectory Open(string path)
    {
        string root = Path.GetFullPath(path);
        try
        {
            MakePrivate(root);
            var file = new FileStream(
                Path.Combine(root, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new DataDirectory(root, file);
        }
        catch (IOException error) when (File.Exists(Path.Combine(root, "lock")))
        {
            throw new SettingsException(
                $"Another telegramhls works in {root} ({error.Message}).",
                "stop it first, or set Data__Directory to another directory");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException(
                $"The data directory {root} cannot be used: {error.Message}",
                "set Data__Directory to a directory that this user may write");
        }
    }

    /// <summary>Free bytes on the disk of the data directory.</summary>
    public long FreeBytes() => new DriveInfo(Root).AvailableFreeSpace;

    /// <inheritdoc />
    public void Dispose() => _lock.Dispose();

    private static string MakePrivate(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path).FullName
        : Directory.CreateDirectory(
            path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;

    private string Below(string name) => MakePrivate(Path.Combine(Root, name));
}
