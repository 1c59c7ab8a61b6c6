using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Ingest.Admit;
using TelegramHls.Bot.Playback.Hls;
using TelegramHls.Bot.Playback.Indexes;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;
using TelegramHls.Storage.Reading;
using TelegramHls.Storage.Scrub;

namespace TelegramHls.Bot.Ingest.Clean;

/// <summary>Removes what films leave behind: on this machine and in the channels.</summary>
internal sealed class Leftovers(
    DataDirectory directory,
    IRopeReader reader,
    FilmIndexes indexes,
    GrowingFilms growing,
    KeptFiles copies,
    OrphanSweep sweep,
    MessageRemover remover,
    DiskSpace disk,
    IJobLedger jobs)
{
    /// <summary>Deletes the source, the journal and the parts in the spool.</summary>
    public void RemoveSpool(VideoId video)
    {
        string path = Path.Combine(directory.Spool, video.Value);
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }

        disk.Release(video);
    }

    /// <summary>At the start, before any job runs: removes everything from the spool but the work of unfinished jobs.</summary>
    public async Task TidySpoolAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<JobRecord> unfinished = await jobs.UnfinishedAsync(cancellationToken);
        HashSet<string> kept = [.. unfinished.Select(job => job.Subject)];
        foreach (string path in Directory.EnumerateDirectories(directory.Spool).Where(path => !kept.Contains(Path.GetFileName(path))))
        {
            Directory.Delete(path, recursive: true);
        }
    }

    /// <summary>Drops cached parts, index, header and copies of stored files that are gone.</summary>
    public void Forget(IEnumerable<StoredFileId> files)
    {
        foreach (StoredFileId file in files)
        {
            reader.Forget(file);
            indexes.Forget(file);
            growing.Forget(file);
            copies.Forget(file);
            string spool = Path.Combine(directory.Spool, file.Value);
            if (Directory.Exists(spool))
            {
                Directory.Delete(spool, recursive: true);
            }
        }
    }

    /// <summary>Finds messages whose answers were lost, and deletes every message that no row names. Returns how many were found, and what was deleted.</summary>
    public async Task<(int Found, RemovalResult Removed)> SweepAsync(CancellationToken cancellationToken)
    {
        int found = await sweep.RunAsync(cancellationToken);
        return (found, await remover.RunAsync(cancellationToken));
    }
}
