using Quartz;
using TelegramHls.Core.Ids;

namespace TelegramHls.Jobs.Running;

/// <summary>Has Quartz ring the bell at a time. A trigger too many does no harm: the ledger decides what begins.</summary>
internal sealed class Triggers(ISchedulerFactory schedulers, TimeProvider clock)
{
    private const string Group = "jobs";
    private static readonly JobKey Key = new("run", Group);
    private IScheduler? _scheduler;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        IScheduler scheduler = await schedulers.GetScheduler(cancellationToken);
        IJobDetail job = JobBuilder.Create<QuartzJob>().WithIdentity(Key).StoreDurably(true).Build();
        await scheduler.AddJob(job, AddJobOptions.Replacing, cancellationToken);
        Volatile.Write(ref _scheduler, scheduler);
        await scheduler.Start(cancellationToken);
    }

    /// <summary>Before the engine has started this does nothing: at its start it looks by itself.</summary>
    public async Task RingAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _scheduler) is not { } scheduler || scheduler.Status is SchedulerStatus.Shutdown)
            return;

        ITrigger trigger = TriggerBuilder.Create(clock)
            .ForJob(Key)
            .WithIdentity(Base62.Random(12), Group)
            .StartAt(at)
            .Build();
        await scheduler.ScheduleJob(trigger, default, cancellationToken);
    }

    /// <summary>Waits until nothing that Quartz runs does so any more; call after it was told to stop.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _scheduler) is { } scheduler)
            await scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken);
    }
}
