using Microsoft.Win32.SafeHandles;

namespace TelegramHls.Storage.Cache.Shelves;

/// <summary>The file of a local server in which a part is read. It stays readable when the server deletes it.</summary>
internal sealed class ServerFile(FileStream file) : IDisposable
{
    /// <summary>Where it lies. Holds a bot's token: never log it.</summary>
    public string Path => file.Name;

    public SafeFileHandle Handle => file.SafeFileHandle;

    /// <summary>When it was last written to before the first block was checked.</summary>
    public DateTime WrittenAt { get; } = File.GetLastWriteTimeUtc(file.SafeFileHandle);

    public void Dispose() => file.Dispose();
}
