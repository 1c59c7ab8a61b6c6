using TelegramHls.Bot.Hosting;
using TelegramHls.Catalog.Queries;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;

namespace TelegramHls.Bot.Ingest.Clean;

/// <summary>Finds what lies in the data directory and nothing needs: all of it bears the name of a video or of a stored file.</summary>
internal sealed class LocalLeftovers(DataDirectory directory, IJobLedger jobs, PlaybackQueries playback, TimeProvider clock)
{
    public async Task<LocalFindings> FindAsync(TimeSpan olderThan, CancellationToken cancellationToken)
    {
        HashSet<string> inWork = [.. (await jobs.UnfinishedAsync(cancellationToken)).Select(job => job.Subject)];
        DateTime before = (clock.GetUtcNow() - olderThan).UtcDateTime;
        return new LocalFindings(
            await LeftInAsync(directory.Spool, before, inWork, cancellationToken),
            await LeftInAsync(directory.Index, before, inWork, cancellationToken),
            await LeftInAsync(directory.Companions, before, inWork, cancellationToken),
            await LeftInAsync(directory.Cache, before, inWork, cancellationToken));
    }

    private async Task<IReadOnlyList<FileSystemInfo>> LeftInAsync(
        string path, DateTime before, HashSet<string> inWork, CancellationToken cancellationToken)
    {
        var left = new List<FileSystemInfo>();
        foreach (FileSystemInfo entry in new DirectoryInfo(path).EnumerateFileSystemInfos().Where(entry => LastWriteOf(entry) < before))
        {
            string name = entry.Name.Split('.')[0];
            if (!inWork.Contains(name) && await playback.CommittedAsync(StoredFileId.From(name), cancellationToken) is null)
            {
                left.Add(entry);
            }
        }

        return left;
    }

    /// <summary>A folder is as young as the youngest of what is in it.</summary>
    private static DateTime LastWriteOf(FileSystemInfo entry) => entry is DirectoryInfo folder
        ? folder.EnumerateFileSystemInfos().Select(LastWriteOf).Append(entry.LastWriteTimeUtc).Max()
        : entry.LastWriteTimeUtc;
}
