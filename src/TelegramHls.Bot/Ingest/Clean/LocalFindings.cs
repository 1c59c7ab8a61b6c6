using TelegramHls.Core.Ids;
using TelegramHls.Storage.Reading;

namespace TelegramHls.Bot.Ingest.Clean;

/// <summary>What lies in the data directory and nothing needs.</summary>
internal sealed class LocalFindings(
    IReadOnlyList<FileSystemInfo> spool,
    IReadOnlyList<FileSystemInfo> indexes,
    IReadOnlyList<FileSystemInfo> companions,
    IReadOnlyList<FileSystemInfo> cache)
{
    public LeftFiles Spool { get; } = LeftFiles.Of(spool);

    public LeftFiles Indexes { get; } = LeftFiles.Of(indexes);

    public LeftFiles Companions { get; } = LeftFiles.Of(companions);

    public LeftFiles Cache { get; } = LeftFiles.Of(cache);

    /// <summary>Removes all of it.</summary>
    /// <param name="reader">Strikes what was cached from its books.</param>
    public void Remove(IRopeReader reader)
    {
        foreach (FileSystemInfo cached in cache)
        {
            reader.Forget(StoredFileId.From(cached.Name));
        }

        foreach (FileSystemInfo left in (FileSystemInfo[])[.. spool, .. indexes, .. companions, .. cache])
        {
            left.Refresh();
            if (left is DirectoryInfo { Exists: true } folder)
            {
                folder.Delete(recursive: true);
            }
            else if (left is FileInfo)
            {
                left.Delete();
            }
        }
    }
}
