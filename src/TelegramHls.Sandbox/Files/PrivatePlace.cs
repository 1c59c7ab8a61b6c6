namespace TelegramHls.Sandbox.Files;

/// <summary>Directories and files that only their owner may look into: they hold tokens and people's files.</summary>
internal static class PrivatePlace
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes the directory, closed to others, when it is missing.</summary>
    public static void Make(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
            return;
        }

        Directory.CreateDirectory(directory, Owner | UnixFileMode.UserExecute);
    }

    /// <summary>Makes an empty file, closed to others, or empties the one that is there.</summary>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Owner;
        }

        return new FileStream(path, options);
    }
}
