namespace TelegramHls.Catalog.Database;

#pragma warning disable CA1416 // Linux is the platform of this program; Windows has no file modes.

/// <summary>Files that only our own user may read: they hold keys and what people watch.</summary>
internal static class PrivateFiles
{
    private const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes the file (0600) unless it is there, and its directory (0700) unless that is there.</summary>
    public static void MakeWithDirectory(string path)
    {
        string directory = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(directory))
            Directory.CreateDirectory(directory, FileMode | UnixFileMode.UserExecute);

        // SQLite gives its -wal and -shm files the mode of the database file.
        if (File.Exists(path))
            File.SetUnixFileMode(path, FileMode);
        else
            MakeEmpty(path);
    }

    /// <summary>Makes an empty file (0600) that must not be there yet.</summary>
    public static void MakeEmpty(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = System.IO.FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = FileMode,
        };
        using var file = new FileStream(path, options);
    }
}
