namespace TelegramHls.Bot.Playback.Indexes;

/// <summary>Files of which there is never half a one under their name, whenever the program is killed.</summary>
internal static class SafeFile
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Beside, to the disk, then in its place.</summary>
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        string beside = path + ".new";
        await using (var output = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None, BufferSize))
        {
            await write(output);
            output.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
    }
}
