namespace TelegramHls.Testing;

/// <summary>A directory of its own for one test, removed at the end.</summary>
public sealed class TempDirectory : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    public TempDirectory() => Path = Directory.CreateTempSubdirectory("thls-").FullName;

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Tries for a while: what was told to end may write its last file at this moment.</summary>
    public void Dispose()
    {
        if (!SpinWait.SpinUntil(TryDelete, Longest))
        {
            Directory.Delete(Path, recursive: true);
        }
    }

    private bool TryDelete()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
            return true;
        }
        catch (IOException) when (Directory.Exists(Path))
        {
            return false;
        }
    }
}
