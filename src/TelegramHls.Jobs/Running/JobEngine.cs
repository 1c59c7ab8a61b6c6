using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;

namespace TelegramHls.Jobs.Running;

/// <summary>
/// Starts and stops the engine. At the start and every minute it gives a trigger to each unfinished job that has none and is not parked
/// (the program was killed, or the database failed at the wrong moment) and settles what is not settled.
/// </summary>
[SuppressMessage("Performance", "CA1812", Justification = "Made by the host.")]
internal sealed class JobEngine(
    IJobLedger ledger,
    Triggers triggers,
    RunningJobs running,
    Endings endings,
    EngineHealth health,
    TimeProvider clock,
    ILogger<JobEngine> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await triggers.StartAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await running.StopAsync();
        await base.StopAsync(cancellationToken);
        await triggers.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, clock);
        do
        {
            try
            {
                await WakeAsync(stoppingToken);
                await SettleAsync(stoppingToken);
                health.Problem = null;
            }
            catch (Exception cause) when (!stoppingToken.IsCancellationRequested)
            {
                health.Problem = cause.Message;
                Log.LookFailed(logger, cause);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task WakeAsync(CancellationToken cancellationToken)
    {
        // Triggers first: a job that is queued in between then has one too many rather than none.
        IReadOnlySet<JobId> waiting = await triggers.WaitingAsync(cancellationToken);
        foreach (JobRecord job in await ledger.UnfinishedAsync(cancellationToken))
        {
            if (job.State == JobState.Parked || waiting.Contains(job.Id) || running.Find(job.Id) is not null)
                continue;

            Log.Woken(logger, job.Id, job.Step);
            await triggers.ScheduleAsync(job.Id, job.NextAttemptAt ?? clock.GetUtcNow(), cancellationToken);
        }
    }

    private async Task SettleAsync(CancellationToken cancellationToken)
    {
        foreach (JobRecord job in await ledger.UnsettledAsync(cancellationToken))
        {
            using Run? run = running.TryEnter(job.Id);
            if (run is not null)
                await endings.SettleAsync(run, job);
        }
    }
}
