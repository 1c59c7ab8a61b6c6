using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Wording;
using TelegramHls.Catalog.Upkeep;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;
using TelegramHls.Jobs.Recurring;

namespace TelegramHls.Bot.Ingest.Clean;

/// <summary>
/// Removes from spool, cache and copies what belongs to no film any more: a kill between the deletion of rows and of files leaves
/// such.
/// </summary>
internal sealed class DiskSweep(
    DataDirectory directory, IJobLedger jobs, StoredFileQueries files, Leftovers leftovers, TimeProvider clock) : IRecurringJob
{
    // What is younger may be of a film whose row is just about to be written.
    private static readonly TimeSpan Settled = TimeSpan.FromHours(1);

    public string Name => "disk-sweep";

    public string Title => "Sweep cache and spool";

    public TimeSpan Every => TimeSpan.FromHours(6);

    public bool RunsAtStart => false;

    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        // What lies there first, then what is needed: a film that begins in between is in no danger.
        string[] owners =
        [
            .. new[] { directory.Spool, directory.Cache, directory.Index, directory.Companions }
                .SelectMany(Directory.EnumerateFileSystemEntries)
                .Where(path => clock.GetUtcNow().UtcDateTime - Directory.GetLastWriteTimeUtc(path) > Settled)
                .Select(path => Path.GetFileName(path).Split('.')[0])
                .Distinct(StringComparer.Ordinal),
        ];
        HashSet<string> needed = [.. (await jobs.UnfinishedAsync(cancellationToken)).Select(job => job.Subject)];
        needed.UnionWith((await files.IdsAsync(cancellationToken)).Select(file => file.Value));

        long before = directory.FreeBytes();
        string[] strays = [.. owners.Where(owner => !needed.Contains(owner))];
        leftovers.Forget(strays.Select(StoredFileId.From));
        foreach (string path in strays.SelectMany(owner => Directory.EnumerateFiles(directory.Spool, $"{owner}.*")))
        {
            File.Delete(path);
        }

        return strays.Length == 0
            ? "Nothing lay about."
            : $"Removed what was left of {Amount.Of(strays.Length, "film")} ({Amount.Bytes(Math.Max(0, directory.FreeBytes() - before))}).";
    }
}
