using TelegramHls.Bot.Ingest.Compatible;
using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Ingest.Admit;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;
using TelegramHls.Jobs;
using TelegramHls.Jobs.Progress;
using TelegramHls.Storage.Pool.Status;

namespace TelegramHls.Bot.Ingest.Store;

/// <summary>Looks after films that wait for storage: says so once, and lets them go on when a bot can store again.</summary>
internal sealed class StorageWatch(
    IPoolStatus pool,
    StorageLack lack,
    JobQueue queue,
    IJobLedger jobs,
    JobProgressBoard board,
    IVideoAnnouncer announcer,
    TimeProvider clock,
    ILogger<StorageWatch> logger) : SupervisedLoop(clock, logger)
{
    // With the answers of the probes this stays well below the 30 s within which films go on.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(10);

    // What is shorter is over before anybody has read of it.
    private static readonly TimeSpan WorthTelling = TimeSpan.FromSeconds(5);

    private readonly HashSet<JobId> _told = [];
    private readonly TimeProvider _clock = clock;

    /// <summary>Asks the bots; when one can store, every film that waits goes on. False when none can.</summary>
    public async Task<bool> GoOnAsync(CancellationToken cancellationToken)
    {
        if (!await pool.CheckAsync(cancellationToken))
        {
            return false;
        }

        foreach (JobRecord job in await queue.ReleaseAsync("Storage is back.", WaitsForStorage, cancellationToken))
        {
            announcer.Show(VideoId.From(job.Subject), new VideoStatus.Queued());
        }

        return true;
    }

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await TellThoseWhoseBytesWaitAsync(stoppingToken);
            if ((await queue.ParkedAsync(stoppingToken)).Any(WaitsForStorage))
            {
                await GoOnAsync(stoppingToken);
            }

            await Task.Delay(BetweenLooks, _clock, stoppingToken);
        }
    }

    private static bool WaitsForStorage(JobRecord job) => !DiskLack.IsOf(job);

    private async Task TellThoseWhoseBytesWaitAsync(CancellationToken cancellationToken)
    {
        if (pool.Look().StoppedSince is not { } since)
        {
            _told.Clear();
            return;
        }

        bool isWorthTelling = _clock.GetUtcNow() - since >= WorthTelling;
        foreach (JobProgress running in board.Running.Where(running => isWorthTelling && running.Step is StoreStep.StepName or CompatibleStep.StepName))
        {
            if (_told.Add(running.Job) && await jobs.FindAsync(running.Job, cancellationToken) is { } job)
            {
                announcer.Show(VideoId.From(job.Subject), lack.Status);
            }
        }
    }
}
