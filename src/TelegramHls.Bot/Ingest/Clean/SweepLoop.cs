using Microsoft.Extensions.Options;
using TelegramHls.Bot.Hosting;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Catalog.Commands;
using TelegramHls.Storage.Pool;
using TelegramHls.Storage.Scrub;

namespace TelegramHls.Bot.Ingest.Clean;

/// <summary>
/// Sweeps the channels at the start, whenever something was deleted, and often enough for <c>Storage:SweepMinutes</c>; finishes
/// deletions that a stop of the program interrupted.
/// </summary>
internal sealed class SweepLoop(
    Leftovers leftovers,
    VideoQueries videos,
    DeleteCommands commands,
    IOptions<StorageOptions> options,
    TimeProvider clock,
    ILogger<SweepLoop> logger) : SupervisedLoop(clock, logger)
{
    private readonly SemaphoreSlim _wake = new(0);

    /// <summary>Something was deleted: sweep soon.</summary>
    public void Wake() => _wake.Release();

    public override void Dispose()
    {
        _wake.Dispose();
        base.Dispose();
    }

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        foreach (Video video in await videos.InStateAsync(VideoState.Deleting, stoppingToken))
        {
            leftovers.Forget(await commands.DeleteAsync(video.Id, stoppingToken));
            leftovers.RemoveSpool(video.Id);
        }

        while (true)
        {
            await leftovers.SweepAsync(stoppingToken);
            await _wake.WaitAsync(Pause(options.Value.SweepMinutes), stoppingToken);
        }
    }

    /// <summary>A send is looked for ten minutes after it began: with this pause it is found within the promised minutes.</summary>
    private static TimeSpan Pause(int sweepMinutes) =>
        TimeSpan.FromMinutes(Math.Max(1, Math.Min(sweepMinutes / 2, sweepMinutes - (int)OrphanSweep.Settled.TotalMinutes)));
}
