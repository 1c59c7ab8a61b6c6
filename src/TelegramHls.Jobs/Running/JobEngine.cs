using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TelegramHls.Core.Jobs;

namespace TelegramHls.Jobs.Running;

/// <summary>
/// Starts and stops the engine. At the start and every minute it rings the bell (the program was killed, or the database failed at the
/// wrong moment) and settles what is not settled.
/// </summary>
[SuppressMessage("Performance", "CA1812", Justification = "Made by the host.")]
internal sealed class JobEngine(
    IJobLedger ledger,
    Triggers triggers,
    Workers workers,
    Bell bell,
    RunningJobs running,
    Endings endings,
    EngineHealth health,
    IHostApplicationLifetime lifetime,
    TimeProvider clock,
    ILogger<JobEngine> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // At once, and not when it is this service's turn to stop: others may take their time before.
        lifetime.ApplicationStopping.Register(() => _ = running.StopAsync());
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
        // What was tried before may be due before the next look.
        foreach (JobRecord job in (await ledger.UnfinishedAsync(stoppingToken)).Where(job => job.NextAttemptAt is not null))
            await triggers.RingAsync(job.NextAttemptAt!.Value, stoppingToken);

        await Task.WhenAll(workers.RunAsync(stoppingToken), LookAfterAsync(stoppingToken));
    }

    private async Task LookAfterAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, clock);
        do
        {
            try
            {
                bell.Ring();
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
