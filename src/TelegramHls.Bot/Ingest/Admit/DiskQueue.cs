using TelegramHls.Bot.Hosting;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;
using TelegramHls.Jobs;

namespace TelegramHls.Bot.Ingest.Admit;

/// <summary>Lets films go on that wait for room on the disk, the oldest first, each once there is room for it.</summary>
internal sealed class DiskQueue(
    JobQueue queue, VideoQueries videos, DiskSpace disk, IVideoAnnouncer announcer, TimeProvider clock, ILogger<DiskQueue> logger)
    : SupervisedLoop(clock, logger)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(10);

    private readonly TimeProvider _clock = clock;

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            foreach (JobRecord job in (await queue.ParkedAsync(stoppingToken)).Where(DiskLack.IsOf))
            {
                await TryAsync(job, stoppingToken);
            }

            await Task.Delay(BetweenLooks, _clock, stoppingToken);
        }
    }

    private async Task TryAsync(JobRecord job, CancellationToken cancellationToken)
    {
        Video? video = await videos.FindAsync(VideoId.From(job.Subject), cancellationToken);
        if (video is not null && !disk.TryReserve(video.Id, video.Size))
        {
            return;
        }

        await queue.ReleaseAsync("There is room on the disk.", parked => parked.Id == job.Id, cancellationToken);
        if (video is not null)
        {
            announcer.Show(video.Id, new VideoStatus.Queued());
        }
    }
}
